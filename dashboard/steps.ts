import type { Coverage, Point, ToneSummary, Voice } from './api.ts';

/** One mark of a chart: a day, or the seven days from it. */
export interface Step {
  from: string;
  to: string;
  date: Date;
  copies: number;
  /** Distinct texts and outlets of a day; null for a week, since those of its days don't add up. */
  texts: number | null;
  outlets: number | null;
  n: number;
  mean: number | null;
  low: number | null;
  high: number | null;
}

const dayInMilliseconds = 86_400_000;
const plusDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayInMilliseconds).toISOString().slice(0, 10);

/** Points gathered into steps of one or seven days from the first day on; days without a point count as zero articles. */
export function steps(points: Point[], voice: Voice, from: string, to: string, length: 1 | 7): Step[] {
  const byDay = new Map(points.map((point) => [point.day, point]));
  const list: Step[] = [];
  for (let start = from; start <= to; start = plusDays(start, length)) {
    const last = plusDays(start, length - 1);
    const end = last < to ? last : to;
    const held = Array.from({ length }, (_, index) => byDay.get(plusDays(start, index))).filter(
      (point) => point !== undefined,
    );
    const sum = (count: keyof Point['counts']) => held.reduce((total, point) => total + point.counts[count], 0);
    list.push({
      ...{ from: start, to: end, date: new Date(`${start}T12:00:00Z`) },
      ...{
        copies: sum('copies'),
        texts: length === 1 ? sum('texts') : null,
        outlets: length === 1 ? sum('outlets') : null,
      },
      ...pooled(held.map((point) => point.tone[voice])),
    });
  }
  return list;
}

/** Mean and 95 % interval over the articles of several days (pooled sums of squares; normal approximation from n = 2). */
function pooled(tones: ToneSummary[]): Pick<Step, 'n' | 'mean' | 'low' | 'high'> {
  const held = tones.filter((tone) => tone.mean !== null);
  const n = held.reduce((sum, { articles }) => sum + articles, 0);
  if (n === 0) return { n, mean: null, low: null, high: null };
  const mean = held.reduce((sum, tone) => sum + tone.articles * tone.mean!, 0) / n;
  const squares = held.reduce(
    (sum, tone) => sum + (tone.articles - 1) * (tone.sd ?? 0) ** 2 + tone.articles * (tone.mean! - mean) ** 2,
    0,
  );
  if (n < 2) return { n, mean, low: null, high: null };
  const margin = (1.96 * Math.sqrt(squares / (n - 1))) / Math.sqrt(n);
  return { n, mean, low: Math.max(-1, mean - margin), high: Math.min(1, mean + margin) };
}

/** A day's feeds: how many were asked in vain or stayed silent. */
export interface CoverageDay {
  date: Date;
  day: string;
  missing: number;
  total: number;
  names: string;
}

export function coverageDays(coverage: Coverage[]): CoverageDay[] {
  return coverage.map(({ day, feeds }) => {
    const missing = feeds.filter(({ isHeard }) => !isHeard);
    return {
      day,
      date: new Date(`${day}T12:00:00Z`),
      missing: missing.length,
      total: feeds.length,
      names: missing.map(({ outlet }) => outlet).join(', '),
    };
  });
}
