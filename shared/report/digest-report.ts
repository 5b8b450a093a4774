import type { Stance } from '../language/tags.ts';
import type { PrintedSentence } from './message-document.ts';

/** An actor's line in the digest. Tones from -1 to 1; null where nobody evaluated the actor. */
export interface ActorLine {
  name: string;
  copies: number;
  outletTone: number | null;
  tone: number | null;
  /** Tone of the last 14 days, oldest first. */
  spark: (number | null)[];
}

/** What moved most: an actor's tone or number of articles, against the median of its past, with what moved it. */
export interface Mover {
  name: string;
  what: 'tone' | 'articles';
  value: number;
  usual: number;
  /** Days the usual is taken from. */
  days: number;
  sentences: PrintedSentence[];
}

/** A side an actor takes, with the sentence it rests on. */
export interface StanceLine extends PrintedSentence {
  actor: string;
  proposition: string;
  stance: Stance;
  /** `new`: taken on this issue for the first time in four weeks. `changed`: the other side was taken before. */
  change: 'new' | 'changed';
}

/** The first statement of an actor that is on record. */
export interface FirstStatement extends PrintedSentence {
  actor: string;
}

/** An article of an earlier day that was first heard of after yesterday's digest. */
export interface LateItem {
  title: string;
  outlet: string;
  url: string;
  day: string;
}

/** How the feeds did on the day. */
export interface FeedHealthLine {
  /** False when nothing at all was asked: Picketline did not run on that day. */
  wasPolled: boolean;
  heard: number;
  expected: number;
  /** Outlets whose feed failed or is gone. */
  missing: string[];
  /** Outlets whose feed answers but has brought nothing where something was due. */
  silent: string[];
}

/** Everything a morning digest says, whatever form it is sent in. */
export interface DigestReport {
  title: string;
  /** The day reported on, YYYY-MM-DD. */
  day: string;
  counts: { copies: number; texts: number; outlets: number };
  /** Median number of articles on this weekday over the eight weeks before, and how many weeks; null without history. */
  usual: { copies: number; weeks: number } | null;
  /** Nothing has ever been collected for this dispute. */
  isFirst: boolean;
  actors: ActorLine[];
  mover: Mover | null;
  stances: StanceLine[];
  firsts: FirstStatement[];
  /** Outlets with most articles, copies included. */
  outlets: { outlet: string; copies: number }[];
  late: LateItem[];
  feeds: FeedHealthLine;
  /** Articles still being worked on when the report was made: its numbers may grow. */
  unfinished: number;
  /** What became of yesterday's digest where it was not delivered. */
  undelivered: string[];
  link: string | null;
}

/** One sentence for the day as a whole, with what it is compared to. A quiet or failed night says so. */
export function headline({ counts, usual, feeds, isFirst }: DigestReport): string {
  if (counts.copies === 0) return emptyDay(usual, feeds, isFirst);
  const articles = `${plural(counts.copies, 'article')} (${plural(counts.texts, 'text')}, ${plural(counts.outlets, 'outlet')})`;
  if (usual === null) return `${articles}; no earlier weeks to compare with.`;
  return `${articles}, against the usual ${usual.copies} for this weekday (${plural(usual.weeks, 'week')}).`;
}

function emptyDay(usual: DigestReport['usual'], feeds: FeedHealthLine, isFirst: boolean): string {
  if (!feeds.wasPolled) return 'No article, and no feed was asked: Picketline did not run on this day.';
  if (feeds.heard === 0 && feeds.expected > 0) return 'No article, and no feed was heard: this is no quiet day.';
  if (isFirst) return 'No article yet: nothing has been collected for this dispute so far.';
  if (usual === null) return 'A quiet day: no article; no earlier weeks to compare with.';
  return `A quiet day: no article, against the usual ${usual.copies} for this weekday (${plural(usual.weeks, 'week')}).`;
}

/** The line on feeds that stands in every digest. */
export function feedLine({ feeds }: DigestReport): string {
  if (!feeds.wasPolled) return `0 of ${feeds.expected} feeds heard: none was asked.`;
  const missing = feeds.missing.length > 0 ? ` Not heard: ${feeds.missing.join(', ')}.` : '';
  const silent = feeds.silent.length > 0 ? ` Silent: ${feeds.silent.join(', ')}.` : '';
  return `${feeds.heard} of ${feeds.expected} feeds heard.${missing}${silent}`;
}

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A tone as people read it: signed, two decimals. */
export function toneText(tone: number | null): string {
  if (tone === null) return '–';
  const size = Math.abs(tone).toFixed(2);
  return `${size === '0.00' ? '±' : tone > 0 ? '+' : '−'}${size}`;
}

const bars = '▁▂▃▄▅▆▇█';

/** A row of bars for tones from -1 to 1; a dot for a day without any. */
export const sparkLine = (tones: (number | null)[]): string =>
  tones.map((tone) => (tone === null ? '·' : bars[Math.min(7, Math.floor(((tone + 1) / 2) * 8))])).join('');

export const stanceText: Record<Stance, string> = { for: 'for', against: 'against', neutral: 'undecided on' };
