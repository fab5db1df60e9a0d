import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../lexicon/index.js";
import { datelineOf } from "./dateline.js";
import { knowledgeOf } from "./knowledge.js";

const knowledge = knowledgeOf(loadLexicon());
/** Dateline, place, agency and date, separated by bars. */
const read = (paragraph: string): string | null => {
  const found = datelineOf(paragraph, knowledge);
  return found && [paragraph.slice(0, found.length), found.place, found.agency, found.date?.value ?? null].join(" | ");
};

describe("datelineOf", () => {
  it.each([
    ["ATHENS, Feb. 8 (Xinhua) -- Greece said", "ATHENS, Feb. 8 (Xinhua) -- | ATHENS | Xinhua | "],
    ["KUALA LUMPUR, Malaysia (AP) — Two ships", "KUALA LUMPUR, Malaysia (AP) — | KUALA LUMPUR, Malaysia | AP | "],
    ["Bucharest (AFP) – The two", "Bucharest (AFP) – | Bucharest | AFP | "],
    ["N'DJAMENA, Nov 9 (Reuters) - Monitors", "N'DJAMENA, Nov 9 (Reuters) - | N'DJAMENA | Reuters | "],
    ["OTTAWA — Canada will", "OTTAWA — | OTTAWA |  | "],
    ["WASHINGTON, D.C. — The committee", "WASHINGTON, D.C. — | WASHINGTON, D.C. |  | "],
    ["SAULT STE. MARIE, Ont. - A mill", "SAULT STE. MARIE, Ont. - | SAULT STE. MARIE, Ont. |  | "],
    ["BEIRUT/JERUSALEM, Nov 9 (Reuters) - Shells", "BEIRUT/JERUSALEM, Nov 9 (Reuters) - | BEIRUT/JERUSALEM | Reuters | "],
    ["McALLEN, Texas (AP) — Agents", "McALLEN, Texas (AP) — | McALLEN, Texas | AP | "],
    ["RIO DE JANEIRO (AP) — Rain", "RIO DE JANEIRO (AP) — | RIO DE JANEIRO | AP | "],
    ["MOSCOW, January 12. /TASS/. No breakthrough", "MOSCOW, January 12. /TASS/. | MOSCOW | TASS | "],
    ["/TASS/. MOSCOW, January 12, 2022. No breakthrough", "/TASS/. MOSCOW, January 12, 2022. | MOSCOW | TASS | 2022-01-12"],
    ["MOSCOW. Jan 12 (Interfax) - The plant", "MOSCOW. Jan 12 (Interfax) - | MOSCOW | Interfax | "],
    ["(ANSA) - ROME, JAN 12 - The budget", "(ANSA) - ROME, JAN 12 - | ROME | ANSA | "],
    ["Madrid, 12 Jan (EFE).- The government", "Madrid, 12 Jan (EFE).- | Madrid | EFE | "],
    ["Bouaké (Ivory Coast), April 4, AFP - Cocoa", "Bouaké (Ivory Coast), April 4, AFP - | Bouaké (Ivory Coast) | AFP | "],
    ["TOKYO, Jan. 12, Kyodo - Japan", "TOKYO, Jan. 12, Kyodo - | TOKYO | Kyodo | "],
    ["New Delhi, Jan 12 (PTI) The Congress", "New Delhi, Jan 12 (PTI) | New Delhi | PTI | "],
    ["GENEVA (12 January 2022) – UN experts", "GENEVA (12 January 2022) – | GENEVA |  | 2022-01-12"],
    ["Geneva, 12 January 2022 – The council", "Geneva, 12 January 2022 – | Geneva |  | 2022-01-12"],
    ["BELGRADE, May 3 (Xinhua/Tanjug) -- Serbia", "BELGRADE, May 3 (Xinhua/Tanjug) -- | BELGRADE | Xinhua | "],
    ["NEW YORK, Jan. 12, 2022 /PRNewswire/ -- A maker", "NEW YORK, Jan. 12, 2022 /PRNewswire/ -- | NEW YORK | PRNewswire | 2022-01-12"],
    // An agency that no table has is taken as written.
    ["LIMA, Jan 12 (ZZN) - The strike", "LIMA, Jan 12 (ZZN) - | LIMA | ZZN | "],
  ])("%s", (paragraph, expected) => expect(read(paragraph)).toBe(expected));

  it.each([
    "NATO (the alliance of 30 states) said it would wait.",
    "NATO said on Tuesday — after a long meeting — that it would wait.",
    "Moscow and Kyiv — once friends — have not spoken since.",
    "Moscow — once a friend of Kyiv — has not spoken since.",
    "Ana Lund (Greens) - a member of the committee - said no.",
    "The European Union - which pays half - said no.",
    "BREAKING — A ship has sunk.",
    "UPDATE: The ship has sunk.",
    "U.S. officials said no.",
    "PARIS",
    "PARIS (AP) —",
    "",
  ])("is none: %s", (paragraph) => expect(read(paragraph)).toBeNull());

  it("takes no time for long runs of capitals, hyphens and spaces", () => {
    for (const piece of ["A-", "A ", "A, ", "A/", "A.", "Ab "]) {
      const started = performance.now();
      datelineOf(piece.repeat(50_000), knowledge);
      expect(performance.now() - started, piece).toBeLessThan(500);
    }
  });
});
