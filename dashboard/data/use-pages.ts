import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../shared/errors.ts';

interface Page<Row> {
  rows: Row[];
  next: string | null;
}

/** The pages of a list read so far. While a new list is awaited the last one stays. */
export interface Pages<Row> {
  /** Null until the first page is here. */
  rows: Row[] | null;
  hasMore: boolean;
  isLoading: boolean;
  problem: string | null;
  /** Reads the next page. */
  more: () => void;
}

interface Read<Row> extends Page<Row> {
  key: string;
  problem: string | null;
}

/** Reads a list page by page, each when it is wanted. Another key is another list, read from its beginning. */
export function usePages<Row>(key: string, readPage: (cursor: string | undefined) => Promise<Page<Row>>): Pages<Row> {
  const [read, setRead] = useState<Read<Row> | null>(null);
  /** The cursor asked for; null while nothing is on its way. */
  const [wanted, setWanted] = useState<{ key: string; cursor: string | undefined } | null>(null);
  useEffect(() => setWanted({ key, cursor: undefined }), [key]);
  useEffect(() => {
    if (!wanted) return;
    let isCurrent = true;
    readPage(wanted.cursor).then(
      ({ rows, next }) => {
        if (!isCurrent) return;
        setRead((before) => ({
          ...{ key: wanted.key, next, problem: null },
          rows: wanted.cursor === undefined ? rows : [...(before?.rows ?? []), ...rows],
        }));
        setWanted(null);
      },
      (thrown) => {
        if (!isCurrent) return;
        setRead((before) => ({
          ...{ key: wanted.key, problem: messageOf(thrown) },
          ...{ rows: wanted.cursor === undefined ? [] : (before?.rows ?? []), next: wanted.cursor ?? null },
        }));
        setWanted(null);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  const isCurrent = read?.key === key;
  return {
    rows: read?.rows ?? null,
    hasMore: isCurrent && read.next !== null,
    isLoading: wanted !== null || !isCurrent,
    problem: read?.problem ?? null,
    more: () => {
      if (isCurrent && read.next !== null && wanted === null) setWanted({ key, cursor: read.next });
    },
  };
}
