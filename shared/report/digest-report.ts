import type { Stance, Voice } from '../language/tags.ts';

/** An actor's line in the digest. Tones from -1 to 1; null where nobody evaluated the actor. */
export interface ActorLine {
  name: string;
  copies: number;
  outletTone: number | null;
  tone: number | null;
  /** Tone of the last 14 days, oldest first. */
  spark: (number | null)[];
}

/** A statement that stands in the digest, with the sentence it rests on. */
export interface StatementLine {
  actor: string;
  proposition: string;
  stance: Stance;
  voice: Voice;
  sentence: string;
  outlet: string;
  url: string;
  /** The actor has not taken this side on this issue in the 28 days before. */
  isNew: boolean;
}

/** How the feeds did on the day. */
export interface FeedHealthLine {
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
  /** Median number of articles on this weekday over the eight weeks before; null without history. */
  usual: number | null;
  actors: ActorLine[];
  statements: StatementLine[];
  feeds: FeedHealthLine;
  link: string | null;
}

/** One sentence for the day as a whole, with what it is compared to. */
export function headline({ counts, usual }: DigestReport): string {
  if (counts.copies === 0) return usual ? `No article, against the usual ${usual} for this weekday.` : 'No article.';
  const articles = `${plural(counts.copies, 'article')} (${plural(counts.texts, 'text')}, ${plural(counts.outlets, 'outlet')})`;
  if (usual === null) return `${articles}; no earlier weeks to compare with.`;
  return `${articles}, against the usual ${usual} for this weekday.`;
}

/** The line on feeds that stands in every digest. */
export function feedLine({ feeds }: DigestReport): string {
  const missing = feeds.missing.length > 0 ? ` Not heard: ${feeds.missing.join(', ')}.` : '';
  const silent = feeds.silent.length > 0 ? ` Silent: ${feeds.silent.join(', ')}.` : '';
  return `${feeds.heard} of ${feeds.expected} feeds heard.${missing}${silent}`;
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A tone as people read it: signed, two decimals. */
export const toneText = (tone: number | null): string =>
  tone === null ? '–' : `${tone > 0 ? '+' : tone < 0 ? '−' : '±'}${Math.abs(tone).toFixed(2)}`;

const bars = '▁▂▃▄▅▆▇█';

/** A row of bars for tones from -1 to 1; a dot for a day without any. */
export const sparkLine = (tones: (number | null)[]): string =>
  tones.map((tone) => (tone === null ? '·' : bars[Math.min(7, Math.floor(((tone + 1) / 2) * 8))])).join('');

export const stanceText: Record<Stance, string> = { for: 'for', against: 'against', neutral: 'undecided on' };
