import { median, robustSpread } from '../trend/median.ts';
import { wholeDispute } from '../trend/series.ts';
import { type DayTone, type DigestMaterial, printed, usualCopies } from './digest-material.ts';
import type { Mover } from './digest-report.ts';
import type { PrintedSentence } from './message-document.ts';

/** Days with a tone before which an actor has no usual tone. */
const enoughDays = 5;
/** Least spread a tone is measured by, so that an actor who was spoken of alike for weeks moves by no trifle. */
const leastSpread = 0.1;
/** Robust standard deviations from which a tone has moved. */
const movedFrom = 1.5;
/** Articles above the usual from which an actor has moved. */
const articlesFrom = 2;
const sentencesShown = 3;

interface Candidate extends Omit<Mover, 'sentences'> {
  actor: string;
  strength: number;
}

/**
 * What moved most on the day: the actor whose tone stands most robust deviations from the median of its last eight
 * weeks (Iglewicz and Hoaglin 1993, modified z-score), else the one in most articles more than usual; null when nothing
 * moved. With the two or three sentences that moved it.
 */
export function findMover(material: DigestMaterial): Mover | null {
  const candidates = material.codebook.actors.flatMap(({ id, name }) => toneMove(id, name, material) ?? []);
  const [strongest] = (
    candidates.length > 0
      ? candidates
      : material.codebook.actors.flatMap(({ id, name }) => volumeMove(id, name, material) ?? [])
  ).sort((a, b) => b.strength - a.strength);
  if (!strongest) return null;
  const { actor, strength: _, ...mover } = strongest;
  return { ...mover, sentences: sentencesBehind(strongest, material) };
}

function toneMove(actor: string, name: string, { day, points }: DigestMaterial): Candidate | null {
  const series = points.get(actor);
  const value = series?.get(day)?.tone.all.mean ?? null;
  const past = [...(series ?? [])].flatMap(([each, { tone }]) =>
    each < day && tone.all.mean !== null ? [tone.all.mean] : [],
  );
  const usual = median(past);
  if (value === null || usual === null || past.length < enoughDays) return null;
  const strength = Math.abs(value - usual) / Math.max(leastSpread, robustSpread(past)!);
  return strength < movedFrom ? null : { actor, name, what: 'tone', value, usual, days: past.length, strength };
}

function volumeMove(actor: string, name: string, material: DigestMaterial): Candidate | null {
  const series = material.points.get(actor) ?? new Map();
  const whole = material.points.get(wholeDispute) ?? new Map();
  const value = series.get(material.day)?.counts.copies ?? 0;
  const usual = usualCopies(series, whole, material);
  if (usual === null) return null;
  const strength = value - usual.copies;
  return strength < articlesFrom
    ? null
    : { actor, name, what: 'articles', value, usual: usual.copies, days: usual.weeks, strength };
}

/** One sentence a text: those that pull the tone the way it went, or the surest statements. */
function sentencesBehind({ actor, what, value, usual }: Candidate, material: DigestMaterial): PrintedSentence[] {
  const direction = value < usual ? -1 : 1;
  const ranked =
    what === 'tone'
      ? material.tones
          .filter((tone) => tone.actor === actor && tone.score * direction > 0)
          .map((tone) => ({ ...tone, rank: tone.score * direction }))
      : material.statements
          .filter((statement) => statement.actor === actor)
          .map((statement) => ({ ...statement, rank: statement.confidence }));
  const seen = new Set<string>();
  return ranked
    .sort((a, b) => b.rank - a.rank)
    .filter(({ clusterId }: Pick<DayTone, 'clusterId'>) => !seen.has(clusterId) && seen.add(clusterId))
    .slice(0, sentencesShown)
    .map(printed);
}
