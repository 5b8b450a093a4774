import type { Voice } from '../language/tags.ts';
import type { AuditCode } from './audit-code.ts';
import type { PlacedUnit } from './audit-units.ts';
import type { DrawnUnit } from './draw-sample.ts';
import type { Sampling } from './sampling.ts';
import type { Coding } from './score-audit.ts';
import type { TaggedByDay } from './tagged-days.ts';

/** A sample drawn to be coded in the browser. */
export interface Audit {
  id: string;
  sampling: Sampling;
  seed: number;
  from: string;
  to: string;
  /** Units drawn, and of how many. */
  size: number;
  of: number;
  /** What the tagger says of all units of the period, by issue: what shares are corrected from. */
  tagged: Record<string, Record<AuditCode, number>>;
  codebookVersion: string;
  taggerVersion: string;
  createdAt: string;
  createdBy: string;
}

/** A drawn unit as it is kept: its place instead of its words, which may have to be erased. */
export interface StoredUnit extends Omit<PlacedUnit, 'sentence' | 'paragraph'>, Pick<DrawnUnit, 'weight'> {}

/** What a coder says of a unit; the voice where a stance is stated. */
export interface GivenCode {
  unit: string;
  code: AuditCode;
  voice: Voice | null;
  who: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** An audit with what has been coded so far. */
export interface AuditState {
  audit: Audit;
  /** In the order in which everybody codes them. */
  units: StoredUnit[];
  coders: string[];
  codes: GivenCode[];
  /** What was decided where coders disagree. */
  decisions: GivenCode[];
  /** Empty for draws made before it was kept. */
  days: TaggedByDay;
}

/** How many units each coder has coded. */
export const progressOf = ({ coders, codes }: AuditState): { coder: string; coded: number }[] =>
  coders.map((coder) => ({ coder, coded: codes.filter(({ who }) => who === coder).length }));

/** Whether two or more coders have begun, and all who have are done: before that, nobody sees a code or a result. */
export const isFinished = (state: AuditState): boolean =>
  state.coders.length >= 2 && progressOf(state).every(({ coded }) => coded === state.units.length);

/** The first unit that the coder hasn't coded; null when all are. */
export function nextUnit({ units, codes }: AuditState, coder: string): StoredUnit | null {
  const coded = new Set(codes.filter(({ who }) => who === coder).map(({ unit }) => unit));
  return units.find(({ id }) => !coded.has(id)) ?? null;
}

/** The codings of the people, as `scoreAudit` takes them. */
export const codingsOf = ({ coders, codes }: AuditState): Coding[] =>
  coders.map((coder) => ({
    coder,
    codes: new Map(codes.filter(({ who }) => who === coder).map(({ unit, code }) => [unit, code])),
  }));

/** The code decided on, by unit. */
export const decisionsOf = ({ decisions }: AuditState): Map<string, AuditCode> =>
  new Map(decisions.map(({ unit, code }) => [unit, code]));

/** The units on whose code the people disagree, decided or not. */
export function disagreements(state: AuditState): StoredUnit[] {
  const codesOf = groupByUnit(state.codes);
  return state.units.filter(({ id }) => new Set(codesOf.get(id)?.map(({ code }) => code)).size > 1);
}

/** A unit with the code that stands: agreed by all coders, or decided. */
export interface GoldUnit extends StoredUnit {
  code: AuditCode;
  source: 'agreed' | 'decided';
}

/** The gold set: every unit whose code is agreed or decided. */
export function goldOf(state: AuditState): GoldUnit[] {
  const codesOf = groupByUnit(state.codes);
  const decided = decisionsOf(state);
  return state.units.flatMap((unit): GoldUnit[] => {
    const decision = decided.get(unit.id);
    if (decision !== undefined) return [{ ...unit, code: decision, source: 'decided' }];
    const given = [...new Set(codesOf.get(unit.id)?.map(({ code }) => code))];
    return given.length === 1 ? [{ ...unit, code: given[0]!, source: 'agreed' }] : [];
  });
}

/** What was said of each unit. */
export function groupByUnit(codes: readonly GivenCode[]): Map<string, GivenCode[]> {
  const groups = new Map<string, GivenCode[]>();
  for (const code of codes) groups.set(code.unit, [...(groups.get(code.unit) ?? []), code]);
  return groups;
}
