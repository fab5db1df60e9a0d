import { describe, expect, it } from "vitest";
import { type DriverName, openDriver } from "./driver.js";
import { hasNodeSqlite } from "./driver-node.js";

const present: readonly DriverName[] = (await hasNodeSqlite()) ? ["libsql", "node"] : ["libsql"];

describe.each(present)("%s", (name) => {
  it("tells rows from changes, and takes and gives every kind of value", async () => {
    const driver = await openDriver(":memory:", name);
    driver.exec("create table t (id integer primary key, a text, b real, c blob)");
    const insert = driver.prepare("insert into t (a, b, c) values (?, ?, ?)");
    expect(insert.reader).toBe(false);
    const { changes, lastInsertRowid } = insert.run(["é", 0.5, new Uint8Array([1, 2])]);
    expect([Number(changes), Number(lastInsertRowid)]).toEqual([1, 1]);
    insert.run([null, null, null]);
    const select = driver.prepare("select id, a, b, c from t where id >= ? order by id");
    expect(select.reader).toBe(true);
    const [first, second, ...more] = select.all([1]) as { id: number; a: string; b: number; c: Uint8Array }[];
    expect(more).toEqual([]);
    expect({ ...first, c: [...new Uint8Array(first.c)] }).toEqual({ id: 1, a: "é", b: 0.5, c: [1, 2] });
    expect({ ...second }).toEqual({ id: 2, a: null, b: null, c: null });
    expect([...select.iterate([2])]).toHaveLength(1);
    driver.close();
  });

  it("has FTS5 with what the indexes need", async () => {
    const driver = await openDriver(":memory:", name);
    driver.exec("create virtual table w using fts5(words, content='', contentless_delete=1, tokenize='ascii')");
    driver.prepare("insert into w (rowid, words) values (?, ?)").run([7, "łodz 1200 ships"]);
    const search = driver.prepare("select rowid from w where w match ?");
    expect((search.all(['"łodz 1200"']) as { rowid: number }[]).map(({ rowid }) => rowid)).toEqual([7]);
    driver.prepare("delete from w where rowid = ?").run([7]);
    expect(search.all(["ships"])).toEqual([]);
    driver.close();
  });

  it("gives the result code of its errors, and of no other", async () => {
    const driver = await openDriver(":memory:", name);
    driver.exec("create table t (id integer primary key); insert into t values (1)");
    let error: unknown = null;
    try {
      driver.prepare("insert into t values (?)").run([1]);
    } catch (thrown) {
      error = thrown;
    }
    expect(driver.resultCode(error)).toBe(19);
    expect(driver.resultCode(new Error("other"))).toBeNull();
    expect(driver.resultCode(null)).toBeNull();
    driver.close();
  });
});

it("says what a name must be, and what Node's own SQLite needs", async () => {
  await expect(openDriver(":memory:", "oracle")).rejects.toThrow(/"oracle".*libsql, node/);
  if (!present.includes("node")) await expect(openDriver(":memory:", "node")).rejects.toThrow(/Node 22\.13 or later/);
});
