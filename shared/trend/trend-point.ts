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

/** The scores of an article's sentences in one voice, added up article by article. */
class ToneCounter {
  readonly #labels = { negative: 0, neutral: 0, positive: 0 };
  readonly #articleTones: number[] = [];

  add(tones: CountedMention['tones']): void {
    for (const { label } of tones) this.#labels[label] += 1;
    if (tones.length > 0) this.#articleTones.push(meanOf(tones.map(({ score }) => score)));
  }

  summary(): ToneSummary {
    const tones = this.#articleTones;
    const mean = tones.length > 0 ? meanOf(tones) : null;
    return { articles: tones.length, mean: rounded(mean), sd: rounded(deviation(tones, mean)), ...this.#labels };
  }
}

/**
 * Counts a series row by row, so that a day of any size is counted in the memory of its distinct texts and its articles'
 * tones, some hundred bytes an article, and not of its rows. Mentions are added in the order of their keys: sums of
 * fractions depend on it in their last digit.
 * `copies` are articles, `texts` their near-duplicate clusters, `outlets` the outlets in which these texts first appeared.
 */
export class TrendCounter {
  #copies = 0;
  #mentions = 0;
  readonly #texts = new Set<string>();
  readonly #outlets = new Set<string>();
  readonly #tone = { outlet: new ToneCounter(), quoted: new ToneCounter(), all: new ToneCounter() };
  readonly #stances: TrendPoint['stances'] = {};

  addMention({ clusterId, originOutlet, mentions, tones }: CountedMention): void {
    this.#copies += 1;
    this.#mentions += mentions.length;
    this.#texts.add(clusterId);
    this.#outlets.add(originOutlet);
    for (const voice of ['outlet', 'quoted'] as const)
      this.#tone[voice].add(tones.filter((tone) => tone.voice === voice));
    this.#tone.all.add(tones);
  }

  addStatement({ issue, stance }: CountedStatement): void {
    this.#stances[issue] ??= { for: 0, against: 0, neutral: 0 };
    this.#stances[issue][stance] += 1;
  }

  /** The point of all that was added. */
  point(): TrendPoint {
    const { outlet, quoted, all } = this.#tone;
    return {
      counts: { copies: this.#copies, texts: this.#texts.size, outlets: this.#outlets.size },
      mentions: this.#mentions,
      tone: { outlet: outlet.summary(), quoted: quoted.summary(), all: all.summary() },
      stances: this.#stances,
    };
  }
}

/** Counts the rows of one series at once. The result depends on the rows alone, not on their order. */
export function trendPoint(mentions: CountedMention[], statements: CountedStatement[]): TrendPoint {
  const counter = new TrendCounter();
  for (const row of [...mentions].sort((a, b) => (a.at < b.at ? -1 : 1))) counter.addMention(row);
  for (const row of statements) counter.addStatement(row);
  return counter.point();
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
  return trendPoint([], statements).stances;
}
