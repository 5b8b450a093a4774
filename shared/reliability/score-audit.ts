import { type CodedPair, cohenKappa, confusion, type ValueScore, valueScores } from './agreement.ts';
import type { AuditCode } from './audit-code.ts';
import { bootstrapInterval, type Estimate } from './bootstrap.ts';
import type { DrawnUnit } from './draw-sample.ts';
import { type CodedUnit, krippendorffAlpha } from './krippendorff-alpha.ts';

/** What scoring needs of a drawn unit. */
export type ScoredUnit = Pick<DrawnUnit, 'id' | 'articleId' | 'issue' | 'tagger'>;

/** One coder's codes by unit. */
export interface Coding {
  coder: string;
  codes: ReadonlyMap<string, AuditCode>;
}

/** The tagger beside a reference. */
export interface TaggerScore {
  kappa: number | null;
  confusion: { values: string[]; counts: number[][] };
  scores: ValueScore[];
  /** F1 of finding a statement with the right stance, by issue; null where neither sees one. */
  f1ByIssue: Record<string, number | null>;
  units: number;
}

export interface AuditScore {
  units: number;
  /** Agreement of the people; and with the tagger as one more coder. */
  alpha: Estimate | null;
  alphaWithTagger: Estimate | null;
  kappas: { coders: [string, string]; kappa: number | null; units: number }[];
  /** Against what the people agree on, or what was adjudicated. */
  tagger: TaggerScore;
  /** Units the people disagree on: adjudicate them. */
  disagreements: string[];
}

/**
 * Scores codings of a drawn sample. The reference of a unit is the adjudicated code where there is one, else the code on
 * which all who coded it agree; units without a reference don't count for the tagger.
 */
export function scoreAudit(
  units: readonly ScoredUnit[],
  codings: readonly Coding[],
  adjudicated: ReadonlyMap<string, AuditCode>,
  random: () => number,
): AuditScore {
  const codesOf = ({ id }: ScoredUnit) => codings.map(({ codes }) => codes.get(id) ?? null);
  const clusters = byArticle(units);
  const alphaOf = (coded: (unit: ScoredUnit) => CodedUnit) =>
    bootstrapInterval(clusters, (drawn) => krippendorffAlpha(drawn.map(coded)), random);
  const referenced = referencedUnits(units, codings, adjudicated).map(({ unit, code }) => ({
    ...{ unit, reference: code, other: unit.tagger },
  }));
  return {
    units: units.length,
    alpha: alphaOf(codesOf),
    alphaWithTagger: alphaOf((unit) => [...codesOf(unit), unit.tagger]),
    kappas: pairsOf(codings).map(([one, other]) => {
      const pairs = commonCodes(one, other);
      return { coders: [one.coder, other.coder], kappa: cohenKappa(pairs), units: pairs.length };
    }),
    tagger: {
      kappa: cohenKappa(referenced),
      confusion: confusion(referenced),
      scores: valueScores(referenced),
      f1ByIssue: f1ByIssue(referenced),
      units: referenced.length,
    },
    disagreements: units
      .filter((unit) => new Set(codesOf(unit).filter((code) => code !== null)).size > 1 && !adjudicated.has(unit.id))
      .map(({ id }) => id),
  };
}

/** The units whose code is adjudicated or agreed on by all who coded them, each with that code. */
export function referencedUnits<Unit extends { id: string }>(
  units: readonly Unit[],
  codings: readonly Coding[],
  adjudicated: ReadonlyMap<string, AuditCode>,
): { unit: Unit; code: AuditCode }[] {
  return units.flatMap((unit) => {
    const code = adjudicated.get(unit.id) ?? agreedCode(codings.map(({ codes }) => codes.get(unit.id) ?? null));
    return code === null ? [] : [{ unit, code }];
  });
}

function agreedCode(codes: readonly (AuditCode | null)[]): AuditCode | null {
  const given = codes.filter((code) => code !== null);
  return given.length > 0 && given.every((code) => code === given[0]) ? given[0]! : null;
}

/** Units by the article they stand in. */
export function byArticle<Unit extends { articleId: string }>(units: readonly Unit[]): Unit[][] {
  const articles = new Map<string, Unit[]>();
  for (const unit of units) articles.set(unit.articleId, [...(articles.get(unit.articleId) ?? []), unit]);
  return [...articles.values()];
}

const pairsOf = (codings: readonly Coding[]): [Coding, Coding][] =>
  codings.flatMap((one, index) => codings.slice(index + 1).map((other): [Coding, Coding] => [one, other]));

const commonCodes = (one: Coding, other: Coding): CodedPair[] =>
  [...one.codes].flatMap(([id, reference]) => {
    const code = other.codes.get(id);
    return code === undefined ? [] : [{ reference, other: code }];
  });

function f1ByIssue(referenced: readonly (CodedPair & { unit: ScoredUnit })[]): Record<string, number | null> {
  const issues = [...new Set(referenced.map(({ unit }) => unit.issue))].sort();
  return Object.fromEntries(
    issues.map((issue) => {
      return [issue, statementF1(referenced.filter(({ unit }) => unit.issue === issue))];
    }),
  );
}

/** F1 of finding a statement with the right stance; null where neither sees one. */
export function statementF1(pairs: readonly CodedPair[]): number | null {
  const hits = pairs.filter(({ reference, other }) => reference !== 'none' && reference === other).length;
  const inReference = pairs.filter(({ reference }) => reference !== 'none').length;
  const tagged = pairs.filter(({ other }) => other !== 'none').length;
  return inReference + tagged === 0 ? null : (2 * hits) / (inReference + tagged);
}
