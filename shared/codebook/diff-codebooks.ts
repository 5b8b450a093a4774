import type { Codebook } from './codebook.ts';
import { canonicalJson } from './version.ts';

/** One difference between two codebooks, by its place: `actors.bma.aliases`. */
export interface CodebookChange {
  place: string;
  kind: 'added' | 'removed' | 'changed';
  /** For lists of words: which came and which went. Else the whole value. */
  before?: unknown;
  after?: unknown;
}

type Fields = Record<string, unknown>;

/**
 * What differs between two versions of a codebook, in the order of the places. Actors and issues are told apart by id,
 * feeds by address, events by date and label; their order in the file means nothing.
 */
export function diffCodebooks(before: Codebook, after: Codebook): CodebookChange[] {
  const {
    actors: actorsBefore,
    issues: issuesBefore,
    feeds: feedsBefore,
    events: eventsBefore,
    ...restBefore
  } = before;
  const { actors, issues, feeds, events, ...rest } = after;
  const eventKey = ({ date, label }: Codebook['events'][number]) => `${date} ${label}`;
  return [
    ...diffFields('', restBefore, rest),
    ...diffLists(
      'actors',
      byKey(actorsBefore, ({ id }) => id),
      byKey(actors, ({ id }) => id),
    ),
    ...diffLists('events', byKey(eventsBefore, eventKey), byKey(events, eventKey)),
    ...diffLists(
      'feeds',
      byKey(feedsBefore, ({ url }) => url),
      byKey(feeds, ({ url }) => url),
    ),
    ...diffLists(
      'issues',
      byKey(issuesBefore, ({ id }) => id),
      byKey(issues, ({ id }) => id),
    ),
  ];
}

const byKey = <Item extends object>(items: readonly Item[], keyOf: (item: Item) => string) =>
  new Map(items.map((item) => [keyOf(item), item as Fields]));

function diffLists(place: string, before: Map<string, Fields>, after: Map<string, Fields>): CodebookChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key): CodebookChange[] => {
    const [old, young] = [before.get(key), after.get(key)];
    if (!old) return [{ place: `${place}.${key}`, kind: 'added', after: young }];
    if (!young) return [{ place: `${place}.${key}`, kind: 'removed', before: old }];
    return diffFields(`${place}.${key}.`, old, young);
  });
}

function diffFields(prefix: string, before: Fields, after: Fields): CodebookChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null))
    .map((name) => ({ place: prefix + name, kind: 'changed', ...difference(before[name], after[name]) }));
}

function difference(before: unknown, after: unknown): Pick<CodebookChange, 'before' | 'after'> {
  if (!isWords(before) || !isWords(after)) return { before, after };
  return {
    before: before.filter((word) => !after.includes(word)),
    after: after.filter((word) => !before.includes(word)),
  };
}

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');
