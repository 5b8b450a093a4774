import { SURE_ENOUGH } from '../accuracy/sure-enough.ts';
import type { Stance } from '../language/tags.ts';
import { addDays } from '../trend/day.ts';
import { wholeDispute } from '../trend/series.ts';
import type { TrendPoint } from '../trend/trend-point.ts';
import { type DayStatement, type DigestMaterial, printed, usualCopies } from './digest-material.ts';
import type { ActorLine, DigestReport, FirstStatement, StanceLine } from './digest-report.ts';
import { findMover } from './find-mover.ts';

const sparkDays = 14;
const actorsShown = 8;
const stancesShown = 6;
const firstsShown = 4;
const outletsShown = 5;
const lateShown = 5;
const rememberedDays = 28;

/** Makes the digest of a day: counts with their comparison, who was evaluated how, what moved, and what was surely said. */
export function buildDigest(material: DigestMaterial): DigestReport {
  const { codebook, day, points, feeds, link, unfinished, undelivered } = material;
  const surest = material.statements.filter(({ confidence }) => confidence >= SURE_ENOUGH);
  const whole = points.get(wholeDispute) ?? new Map<string, TrendPoint>();
  return {
    title: codebook.title,
    day,
    counts: whole.get(day)?.counts ?? { copies: 0, texts: 0, outlets: 0 },
    usual: usualCopies(whole, whole, material),
    isFirst: whole.size === 0,
    actors: actorLines(material),
    mover: findMover(material),
    stances: stanceLines({ ...material, statements: surest }),
    firsts: firstStatements({ ...material, statements: surest }),
    outlets: topOutlets(material.outlets),
    late: [...material.late].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, lateShown),
    ...{ feeds, unfinished, undelivered, link },
  };
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

function stanceLines({ codebook, day, points, statements }: DigestMaterial): StanceLine[] {
  const nameOf = new Map(codebook.actors.map(({ id, name }) => [id, name]));
  const propositionOf = new Map(codebook.issues.map(({ id, proposition }) => [id, proposition]));
  const lines = onePerClaim(statements).flatMap((statement) => {
    const change = changeOf(statement, points.get(statement.actor), day);
    if (change === null) return [];
    return [
      {
        ...printed(statement),
        actor: nameOf.get(statement.actor) ?? statement.actor,
        proposition: propositionOf.get(statement.issue) ?? statement.issue,
        stance: statement.stance,
        change,
        confidence: statement.confidence,
      },
    ];
  });
  lines.sort((a, b) => Number(b.change === 'changed') - Number(a.change === 'changed') || b.confidence - a.confidence);
  return lines.slice(0, stancesShown).map(({ confidence: _, ...line }) => line);
}

const opposite: Record<Stance, Stance | null> = { for: 'against', against: 'for', neutral: null };

/** Against the four weeks before: a side taken then is no news; the other side alone makes it a change. */
function changeOf(
  { issue, stance }: DayStatement,
  series: Map<string, TrendPoint> | undefined,
  day: string,
): StanceLine['change'] | null {
  const past = Array.from({ length: rememberedDays }, (_, index) => series?.get(addDays(day, -index - 1)));
  const taken = (side: Stance) => past.some((point) => (point?.stances[issue]?.[side] ?? 0) > 0);
  if (taken(stance)) return null;
  const other = opposite[stance];
  return other !== null && taken(other) ? 'changed' : 'new';
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

function firstStatements({ codebook, newSpeakers, statements }: DigestMaterial): FirstStatement[] {
  return codebook.actors
    .filter(({ id }) => newSpeakers.has(id))
    .flatMap(({ id, name }) => {
      const [best] = statements.filter(({ actor }) => actor === id).sort((a, b) => b.confidence - a.confidence);
      return best ? [{ actor: name, ...printed(best) }] : [];
    })
    .slice(0, firstsShown);
}

function topOutlets(outlets: string[]): DigestReport['outlets'] {
  const copies = new Map<string, number>();
  for (const outlet of outlets) copies.set(outlet, (copies.get(outlet) ?? 0) + 1);
  return [...copies]
    .map(([outlet, count]) => ({ outlet, copies: count }))
    .sort((a, b) => b.copies - a.copies || (a.outlet < b.outlet ? -1 : 1))
    .slice(0, outletsShown);
}
