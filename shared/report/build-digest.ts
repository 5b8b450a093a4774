import type { Codebook } from '../codebook/codebook.ts';
import type { Stance, Voice } from '../language/tags.ts';
import { addDays } from '../trend/day.ts';
import type { TrendPoint } from '../trend/trend-point.ts';
import type { ActorLine, DigestReport, FeedHealthLine, StatementLine } from './digest-report.ts';

/** What the digest is made from, all of it already counted. */
export interface DigestMaterial {
  codebook: Codebook;
  day: string;
  /** Points by series (`*` and actor ids), then by day, for the 56 days up to `day`. */
  points: Map<string, Map<string, TrendPoint>>;
  /** Statements of the day with their sentences. */
  statements: DayStatement[];
  feeds: FeedHealthLine;
  link: string | null;
}

export interface DayStatement {
  actor: string;
  issue: string;
  stance: Stance;
  voice: Voice;
  sentence: string;
  outlet: string;
  url: string;
  clusterId: string;
  confidence: number;
}

const weeksCompared = 8;
const sparkDays = 14;
const actorsShown = 8;
const statementsShown = 6;
const rememberedDays = 28;

/** Makes the digest of a day: counts with their comparison, the actors most spoken of, and what was said. */
export function buildDigest(material: DigestMaterial): DigestReport {
  const { codebook, day, points, feeds, link } = material;
  const whole = points.get('*') ?? new Map<string, TrendPoint>();
  return {
    title: codebook.title,
    day,
    counts: whole.get(day)?.counts ?? { copies: 0, texts: 0, outlets: 0 },
    usual: usualCount(whole, day),
    actors: actorLines(material),
    statements: statementLines(material),
    feeds,
    link,
  };
}

/** The median of the same weekday over the weeks before, from the first day that has any point. */
function usualCount(points: Map<string, TrendPoint>, day: string): number | null {
  const first = [...points.keys()].sort()[0];
  const weekdays = Array.from({ length: weeksCompared }, (_, week) => addDays(day, -7 * (week + 1)));
  const counts = weekdays
    .filter((past) => first !== undefined && past >= first)
    .map((past) => points.get(past)?.counts.copies ?? 0);
  return counts.length === 0 ? null : median(counts);
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function actorLines({ codebook, day, points }: DigestMaterial): ActorLine[] {
  const days = Array.from({ length: sparkDays }, (_, index) => addDays(day, index - sparkDays + 1));
  const lines = codebook.actors.flatMap(({ id, name }) => {
    const series = points.get(id);
    const point = series?.get(day);
    if (!series || !point) return [];
    const spark = days.map((past) => series.get(past)?.tone.all.mean ?? null);
    return [
      { name, copies: point.counts.copies, outletTone: point.tone.outlet.mean, tone: point.tone.all.mean, spark },
    ];
  });
  return lines.sort((a, b) => b.copies - a.copies || (a.name < b.name ? -1 : 1)).slice(0, actorsShown);
}

function statementLines({ codebook, day, points, statements }: DigestMaterial): StatementLine[] {
  const nameOf = new Map(codebook.actors.map(({ id, name }) => [id, name]));
  const propositionOf = new Map(codebook.issues.map(({ id, proposition }) => [id, proposition]));
  const lines = onePerClaim(statements).map((statement) => ({
    ...statement,
    actor: nameOf.get(statement.actor) ?? statement.actor,
    proposition: propositionOf.get(statement.issue) ?? statement.issue,
    isNew: !heldBefore(points.get(statement.actor), day, statement),
  }));
  lines.sort((a, b) => Number(b.isNew) - Number(a.isNew) || b.confidence - a.confidence);
  return lines.slice(0, statementsShown).map(({ issue: _, clusterId: __, confidence: ___, ...line }) => line);
}

/** Of an actor's sentences that take one side on one issue, the most confident; copies of a text count once. */
function onePerClaim(statements: DayStatement[]): DayStatement[] {
  const best = new Map<string, DayStatement>();
  for (const statement of statements) {
    const key = `${statement.actor} ${statement.issue} ${statement.stance}`;
    const known = best.get(key);
    if (!known || statement.confidence > known.confidence) best.set(key, statement);
  }
  return [...best.values()];
}

function heldBefore(
  series: Map<string, TrendPoint> | undefined,
  day: string,
  { issue, stance }: DayStatement,
): boolean {
  const days = Array.from({ length: rememberedDays }, (_, index) => addDays(day, -index - 1));
  return days.some((past) => (series?.get(past)?.stances[issue]?.[stance] ?? 0) > 0);
}
