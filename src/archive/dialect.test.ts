import { Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { sqliteDialect } from "./dialect.js";
import { openDriver } from "./driver.js";

async function openTable(prepare: string) {
  const driver = await openDriver(":memory:");
  driver.exec(`create table t (a text); ${prepare}`);
  const translate = (_: unknown, code: number): Error => new Error(`code ${code}`);
  return new Kysely<{ t: { a: string } }>({ dialect: sqliteDialect(driver, { lockTimeout: 100, translate }) });
}

describe("sqliteDialect", () => {
  it("undoes a transaction that fails, tells the first cause, and works on", async () => {
    const db = await openTable("pragma max_page_count = 10");
    const fill = db.transaction().execute(async (tx) => {
      for (let i = 0; i < 100; i++)
        await tx
          .insertInto("t")
          .values({ a: "x".repeat(4000) })
          .execute();
    });
    await expect(fill).rejects.toThrow("code 13");
    await db.transaction().execute((tx) => tx.insertInto("t").values({ a: "small" }).execute());
    expect(await db.selectFrom("t").selectAll().execute()).toEqual([{ a: "small" }]);
    await db.destroy();
  });

  it("lets one transaction finish before the next begins", async () => {
    const db = await openTable("");
    const order: string[] = [];
    const work = (name: string) =>
      db.transaction().execute(async (tx) => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        await tx.insertInto("t").values({ a: name }).execute();
        order.push(`${name} ends`);
      });
    await Promise.all(["a", "b", "c"].map(work));
    expect(order).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
    await db.destroy();
  });

  it("gives counts and ids of what it wrote", async () => {
    const db = await openTable("");
    expect(
      await db
        .insertInto("t")
        .values([{ a: "x" }, { a: "y" }])
        .executeTakeFirst(),
    ).toMatchObject({ insertId: 2n });
    expect(await db.updateTable("t").set({ a: "z" }).executeTakeFirst()).toMatchObject({ numUpdatedRows: 2n });
    const { rows } = await sql<{ a: string }>`insert into t values ('w') returning a`.execute(db);
    expect(rows.map(({ a }) => a)).toEqual(["w"]);
    await db.destroy();
  });
});
