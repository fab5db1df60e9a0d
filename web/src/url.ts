import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { type Filters, queryOf } from "./api.js";

/** The filters that the URL holds, and a way to change some: all state of a page that is worth keeping is there. */
export function useFilters(): readonly [filters: Filters, change: (changes: Filters) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const filters = useMemo(() => Object.fromEntries(new URLSearchParams(search)), [search]);
  const change = useCallback(
    (changes: Filters) => navigate(`${path}${queryOf({ ...filters, ...changes })}`, { replace: true }),
    [filters, navigate, path],
  );
  return [filters, change];
}

/** Address of a story, and of one annotation in it. */
export const storyPath = (story: string, annotation?: string): string =>
  `/story/${story.replace(/^story_/, "")}${annotation === undefined ? "" : `?at=${annotation}`}`;
