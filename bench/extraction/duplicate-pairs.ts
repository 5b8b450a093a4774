import { loadArchive } from '../../local/archive/load-archive.ts';
import type { ArchiveArticle } from '../../local/archive/schema.ts';

/** Two texts, and whether one is a copy of the other. */
export interface TextPair {
  kind: string;
  same: boolean;
  left: string;
  right: string;
}

const pairsOfKind = 50;
const dayInMilliseconds = 86_400_000;

/**
 * Invented pairs of texts made from the sample archive, always the same: copies as desks make them (light edits,
 * cut-downs, house style and new order, agency copy merged with own text), and different stories of one event, also such
 * as share a quotation or a paragraph of background.
 */
export function duplicatePairs(): TextPair[] {
  const random = generator(20160706);
  const stories = loadArchive().articles.filter(({ kind, paragraphs }) => kind === 'news' && paragraphs.length >= 4);
  const originals = stories.filter((story) => !story.syndicatedFrom);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const others = (story: ArchiveArticle) => originals.filter((other) => isOtherStory(story, other));
  const make = (kind: string, same: boolean, pair: (story: ArchiveArticle) => [string[], string[]]): TextPair[] =>
    Array.from({ length: pairsOfKind }, () => {
      let story = pick(originals);
      while (others(story).length === 0) story = pick(originals);
      const [left, right] = pair(story);
      return { kind, same, left: left.join('\n\n'), right: right.join('\n\n') };
    });
  return [
    ...make('light edit', true, (story) => [
      story.paragraphs,
      story.paragraphs.map((text) => edit(text, 0.04, random)),
    ]),
    ...make('cut-down', true, (story) => [story.paragraphs, cutDown(story.paragraphs, 0.35 + random() * 0.4)]),
    ...make('edited cut-down', true, (story) => [
      story.paragraphs,
      cutDown(story.paragraphs, 0.5 + random() * 0.3).map((text) => edit(text, 0.03, random)),
    ]),
    ...make('house style, reordered', true, (story) => [story.paragraphs, reorder(story.paragraphs).map(houseStyle)]),
    ...make('merged agency copy', true, (story) => [story.paragraphs, merge(story, pick(others(story)), random)]),
    ...make('same event', false, (story) => [story.paragraphs, pick(others(story)).paragraphs]),
    ...make('same event, shared quotation', false, (story) => {
      const other = pick(others(story)).paragraphs;
      return [story.paragraphs, [...other.slice(0, 2), shortest(story.paragraphs), ...other.slice(2)]];
    }),
    ...make('same event, shared background', false, (story) => {
      const other = pick(others(story)).paragraphs;
      return [
        [...story.paragraphs, background],
        [...other, background],
      ];
    }),
  ];
}

const background =
  'The dispute began when talks over a new contract for doctors below the rank of consultant broke down. Ministers want ' +
  'to change what counts as unsocial hours, so that hospitals can be staffed more evenly across the week. The doctors’ ' +
  'union says that the terms on offer would cut pay for those who work most at night and at weekends.';

const isOtherStory = (story: ArchiveArticle, other: ArchiveArticle): boolean =>
  other.id !== story.id &&
  other.outlet !== story.outlet &&
  Math.abs(Date.parse(other.published) - Date.parse(story.published)) < 3 * dayInMilliseconds;

/** Words left out, doubled or replaced, in this share of places. */
function edit(text: string, share: number, random: () => number): string {
  const words = text.split(' ').flatMap((word) => {
    if (random() >= share) return [word];
    const what = random();
    return what < 0.4 ? [] : what < 0.7 ? ['also', word] : [swaps[word.toLowerCase()] ?? `${word}s`];
  });
  return words.join(' ');
}

const swaps: Record<string, string> = {
  said: 'says',
  will: 'would',
  is: 'was',
  has: 'had',
  but: 'although',
  and: 'while',
};

const cutDown = (paragraphs: readonly string[], share: number): string[] =>
  paragraphs.slice(0, Math.max(2, Math.round(paragraphs.length * share)));

function reorder(paragraphs: readonly string[]): string[] {
  const [first, second, third, ...rest] = paragraphs;
  return [first!, third!, second!, ...rest];
}

const houseStyle = (text: string): string =>
  text
    .replace(/[‘’']/g, '"')
    .replace(/[“”]/g, "'")
    .replaceAll('per cent', '%')
    .replaceAll('Government', 'government')
    .replaceAll(' – ', ' - ');

/** A desk's own beginning, then most of the agency's text. */
function merge(agency: ArchiveArticle, own: ArchiveArticle, random: () => number): string[] {
  return [...own.paragraphs.slice(0, 2), ...cutDown(agency.paragraphs, 0.6 + random() * 0.4)];
}

const shortest = (paragraphs: readonly string[]) => [...paragraphs].sort((a, b) => a.length - b.length)[0]!;

/** Mulberry32: the same pairs at every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
