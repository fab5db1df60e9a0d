import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import { type Filters, type Lists, list } from "../api.js";
import { storyPath } from "../url.js";
import { creditOf, titleOf } from "../words.js";
import { Failure, Nothing, Waiting } from "./states.js";

const PAGE = "60";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly className?: string;
}

interface Props<Name extends keyof Lists> {
  readonly name: Name;
  readonly what: string;
  readonly filters: Filters;
  readonly columns: readonly Column<Lists[Name]>[];
  readonly keyOf: (row: Lists[Name]) => string;
}

/** A list of the archive as a table that grows as it is read; below it, what did not fit the filters is not hidden but said. */
export function RecordList<Name extends keyof Lists>({ name, what, filters, columns, keyOf }: Props<Name>) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [name, filters],
    queryFn: ({ pageParam, signal }) => list(name, { ...filters, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = end.current;
    if (mark === null || !hasNextPage || isFetchingNextPage) return;
    const seen = new IntersectionObserver(([entry]) => entry.isIntersecting && void fetchNextPage(), { rootMargin: "600px" });
    seen.observe(mark);
    return () => seen.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (isPending) return <Waiting what={what} />;
  const rows = data.pages.flatMap(({ items }) => items as readonly Lists[Name][]);
  if (rows.length === 0) return <Nothing>No {what} that fit.</Nothing>;
  return (
    <>
      <table className="records">
        <thead>
          <tr>
            {columns.map(({ head, className }) => (
              <th key={head} scope="col" className={className}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ head, cell, className }) => (
                <td key={head} className={className} data-head={head}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div ref={end} className="end" role="status">
        {hasNextPage ? "More …" : `${rows.length.toLocaleString("en-US")} in all`}
      </div>
    </>
  );
}

type InStory = Parameters<typeof titleOf>[0] & Parameters<typeof creditOf>[0] & { readonly story: string };

/** Where a row stands: the story's title, which leads to the words, and its credit. */
export const Source = ({ row, at }: { readonly row: InStory; readonly at: string }) => (
  <div className="source">
    <Link href={storyPath(row.story, at)}>{titleOf(row)}</Link>
    <small>{creditOf(row)}</small>
  </div>
);
