import { type RawBuilder, sql } from "kysely";
import { allOf, SOURCE_KIND, SPEAKING, type StatementQuery, statementConditions } from "./query.js";
import type { Db } from "./schema.js";
import { whenConditions } from "./when.js";

/** How many of the statements that fit a query have a value, the most frequent first. */
export interface Facet {
  readonly value: string;
  readonly statements: number;
}

/** What the statements that fit a query are made of: by what they could be narrowed further. */
export interface StatementFacets {
  readonly statements: number;
  /** Names, alone or with others, as they stand: "Ode" and "Mia Ode" count apart. */
  readonly speakers: readonly Facet[];
  /** "named", "unnamed", "unknown". */
  readonly sources: readonly Facet[];
  readonly modes: readonly Facet[];
  readonly classes: readonly Facet[];
  /** Publishers, or agencies where no publisher is named. */
  readonly outlets: readonly Facet[];
}

const MOST = 12;

/** Counts over all that fit, not over a page of it. */
export async function statementFacets(db: Db, query: StatementQuery, path: string): Promise<StatementFacets> {
  const conditions = [...(await statementConditions(db, query, path)), ...whenConditions("statements", query, path)];
  const fitting = sql`from annotations a join stories s on s.seq = a.story where a.layer = 'statements' and ${allOf(conditions)}`;
  const counted = async (value: RawBuilder<unknown>): Promise<readonly Facet[]> => {
    const { rows } = await sql<Facet>`
      select ${value} as value, count(*) as statements ${fitting} and ${value} is not null group by 1 order by 2 desc, 1 limit ${MOST}`.execute(
      db,
    );
    return rows.map((row) => ({ ...row }));
  };
  const { rows: speakers } = await sql<Facet>`
    select x.name as value, count(distinct r.annotation) as statements
    from annotation_actors r join actors x on x.seq = r.actor
    where r.role in (${sql.join([...SPEAKING])}) and r.annotation in (select a.seq ${fitting})
    group by 1 order by 2 desc, 1 limit ${MOST}`.execute(db);
  const { rows: whole } = await sql<{ n: number }>`select count(*) as n ${fitting}`.execute(db);
  const sources = await counted(SOURCE_KIND);
  return {
    statements: whole[0].n,
    speakers: speakers.map((row) => ({ ...row })),
    sources: sources.map(({ value, statements }) => ({ value: value === "actor" ? "named" : value, statements })),
    modes: await counted(sql`a.mode`),
    classes: await counted(sql`a.type`),
    outlets: await counted(sql`coalesce(s.outlet, s.agency)`),
  };
}
