/** An array as JSON, an item at a time, one item a line: readable, diffable and never held as a whole. */
export async function* jsonArray(items: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  let first = true;
  for await (const item of items) {
    yield `${first ? "[\n" : ",\n"}  ${JSON.stringify(item)}`;
    first = false;
  }
  yield first ? "[]\n" : "\n]\n";
}

export async function* jsonLines(items: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`;
}
