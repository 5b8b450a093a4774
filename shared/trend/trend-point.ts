import type { Stance } from '../language/tags.ts';

/** What a point needs of a Mentions row. */
export interface CountedMention {
  at: string;
  clusterId: string;
  originOutlet: string;
  mentions: unknown[];
  tones: { score: number; label: 'negative' | 'neutral' | 'positive'; voice: 'outlet' | 'quoted' }[];
}

/** What a point needs of a Statements row. */
export interface CountedStatement {
  at: string;
  issue: string;
  stance: Stance;
}

/** Tone over the articles that evaluate the actor in this voice; an article's tone is the mean of its sentences'. */
export interface ToneSummary {
  /** Articles with at least one such sentence. */
  articles: number;
  /** Mean of the articles' tones, from -1 to 1; null without articles. */
  mean: number | null;
  /** Sample standard deviation of the articles' tones; null below two articles. */
  sd: number | null;
  /** Sentences by label. */
  negative: number;
  neutral: number;
  positive: number;
}

/** One day of one series, counted from its rows alone. */
export interface TrendPoint {
  counts: { copies: number; texts: number; outlets: number };
  mentions: number;
  tone: { outlet: ToneSummary; quoted: ToneSummary; all: ToneSummary };
  stances: Record<string, Record<Stance, number>>;
}

/**
 * Counts one day of one series. The result depends on the rows alone, not on their order.
 * `copies` are articles, `texts` their near-duplicate clusters, `outlets` the outlets in which these texts first appeared.
 */
export function trendPoint(mentions: CountedMention[], statements: CountedStatement[]): TrendPoint {
  const rows = [...mentions].sort((a, b) => (a.at < b.at ? -1 : 1));
  return {
    counts: {
      copies: rows.length,
      texts: new Set(rows.map((row) => row.clusterId)).size,
      outlets: new Set(rows.map((row) => row.originOutlet)).size,
    },
    mentions: rows.reduce((sum, row) => sum + row.mentions.length, 0),
    tone: {
      outlet: toneSummary(rows, (tone) => tone.voice === 'outlet'),
      quoted: toneSummary(rows, (tone) => tone.voice === 'quoted'),
      all: toneSummary(rows, () => true),
    },
    stances: stanceCounts(statements),
  };
}

function toneSummary(rows: CountedMention[], wanted: (tone: CountedMention['tones'][number]) => boolean): ToneSummary {
  const labels = { negative: 0, neutral: 0, positive: 0 };
  const articleTones: number[] = [];
  for (const row of rows) {
    const tones = row.tones.filter(wanted);
    for (const tone of tones) labels[tone.label] += 1;
    if (tones.length > 0) articleTones.push(meanOf(tones.map((tone) => tone.score)));
  }
  const mean = articleTones.length > 0 ? meanOf(articleTones) : null;
  return { articles: articleTones.length, mean: rounded(mean), sd: rounded(deviation(articleTones, mean)), ...labels };
}

const meanOf = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

function deviation(numbers: number[], mean: number | null): number | null {
  if (mean === null || numbers.length < 2) return null;
  const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
  return Math.sqrt(squares / (numbers.length - 1));
}

/** Six decimals: more than any reader needs, and equal on every machine. */
const rounded = (number: number | null) => (number === null ? null : Math.round(number * 1e6) / 1e6);

/** Statements by issue and stance. */
export function stanceCounts(statements: CountedStatement[]): TrendPoint['stances'] {
  const counts: TrendPoint['stances'] = {};
  for (const { issue, stance } of statements) {
    counts[issue] ??= { for: 0, against: 0, neutral: 0 };
    counts[issue][stance] += 1;
  }
  return counts;
}
