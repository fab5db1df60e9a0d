import { sql } from "kysely";
import { SPEAKING } from "./query.js";
import type { Db } from "./schema.js";

/** What an archive holds, in numbers. */
export interface ArchiveSummary {
  readonly stories: number;
  readonly sources: number;
  /** First and last date of publication, as the stories give them; null when none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  readonly undated: number;
  /** Annotations of the current records by layer; layers without any are left out. */
  readonly layers: Readonly<Record<string, number>>;
  /** Sentences that promised a record and gave none. */
  readonly unread: number;
  /** Which makers the current records are by, the most frequent first. */
  readonly makers: readonly { readonly maker: string; readonly stories: number }[];
  /** Names with the most statements, alone or with others. Names are taken as they stand: "Ode" and "Mia Ode" count apart. */
  readonly speakers: readonly { readonly name: string; readonly statements: number; readonly stories: number }[];
}

export async function summarize(db: Db, speakers: number): Promise<ArchiveSummary> {
  const count = async (table: "stories" | "sources" | "actors" | "unread"): Promise<number> => {
    const { n } = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return n;
  };
  const dated = db.selectFrom("stories").select("published").where("published_key", "<>", "");
  const first = await dated.orderBy("published_key", "asc").orderBy("published").limit(1).executeTakeFirst();
  const last = await dated.orderBy("published_key", "desc").orderBy("published").limit(1).executeTakeFirst();
  const { rows: undated } = await sql<{ n: number }>`select count(*) as n from stories where published_key = ''`.execute(db);
  const layers = await db
    .selectFrom("annotations")
    .select((e) => ["layer", e.fn.countAll<number>().as("n")])
    .groupBy("layer")
    .orderBy("layer")
    .execute();
  const actors = await count("actors");
  const makers = await db
    .selectFrom("records")
    .select((e) => ["maker", e.fn.countAll<number>().as("stories")])
    .where("known_to", "is", null)
    .groupBy("maker")
    .orderBy("stories", "desc")
    .orderBy("maker")
    .execute();
  return {
    stories: await count("stories"),
    sources: await count("sources"),
    first: first?.published ?? null,
    last: last?.published ?? null,
    undated: undated[0].n,
    layers: { ...(actors > 0 ? { actors } : {}), ...Object.fromEntries(layers.map(({ layer, n }) => [layer, n])) },
    unread: await count("unread"),
    makers,
    speakers: await topSpeakers(db, speakers),
  };
}

async function topSpeakers(db: Db, limit: number): Promise<ArchiveSummary["speakers"]> {
  return db
    .selectFrom("annotation_actors as r")
    .innerJoin("actors as x", "x.seq", "r.actor")
    .innerJoin("annotations as a", "a.seq", "r.annotation")
    .select((e) => [
      "x.name",
      e.fn.count<number>("r.annotation").distinct().as("statements"),
      e.fn.count<number>("x.story").distinct().as("stories"),
    ])
    .where("r.role", "in", [...SPEAKING])
    .where("a.layer", "=", "statements")
    .groupBy("x.name")
    .orderBy("statements", "desc")
    .orderBy("x.name")
    .limit(limit)
    .execute();
}
