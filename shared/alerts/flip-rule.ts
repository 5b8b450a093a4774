import { SURE_ENOUGH } from '../accuracy/sure-enough.ts';
import type { StatementRow } from '../store/rows.ts';
import { type Finding, oneIn } from './alert.ts';
import { shareTails, surpriseOf } from './chance.ts';
import type { AlertMaterial } from './material.ts';

/** Statements on an issue from which an actor is taken to have a side. */
const enoughBefore = 5;
const sentencesShown = 3;

/**
 * An actor who takes the other side than before on an issue: of the statements of the last 24 hours that are sure enough to be
 * told unasked, more stand against its side of the last weeks than for it. How often that side was heard of it before, by
 * error of the tagger too, sets the chance.
 */
export function flipRule({ codebook, statements, points }: AlertMaterial): Finding[] {
  return codebook.actors.flatMap(({ id, name }) =>
    codebook.issues.flatMap((issue) => {
      const now = onePerText((statements.get(id) ?? []).filter((row) => row.issue === issue.id));
      const before = countBefore(points.get(id), issue.id);
      const known = before.for + before.against;
      if (now.length === 0 || known < enoughBefore) return [];
      const side = before.for >= before.against ? 'for' : 'against';
      const other = side === 'for' ? 'against' : 'for';
      const turned = now.filter(({ stance }) => stance === other);
      if (turned.length * 2 <= now.length) return [];
      const { atLeast } = shareTails(turned.length, now.length, { hits: before[other], trials: known });
      const surprise = surpriseOf(atLeast);
      return [
        {
          rule: 'flip' as const,
          subject: `${id}/${issue.id}`,
          surprise,
          what: `${name} now ${other}: ${issue.proposition} (${turned.length} of ${now.length} sure statements of the last 24 hours)`,
          against: `before ${before[side]} ${side} and ${before[other]} ${other}; ${oneIn(surprise)}`,
          evidence: turned
            .sort((a, b) => b.confidence - a.confidence)
            .slice(0, sentencesShown)
            .map((row) => ({ kind: 'statement' as const, row })),
          restsOn: 'presence' as const,
        },
      ];
    }),
  );
}

/** Of each text and side the surest statement, where it is sure enough: copies and repetitions are one. */
function onePerText(rows: StatementRow[]): StatementRow[] {
  const best = new Map<string, StatementRow>();
  for (const row of rows) {
    if (row.stance === 'neutral' || row.confidence < SURE_ENOUGH) continue;
    const key = `${row.clusterId} ${row.stance}`;
    if ((best.get(key)?.confidence ?? 0) < row.confidence) best.set(key, row);
  }
  return [...best.values()];
}

function countBefore(
  points: Map<string, { stances: Record<string, { for: number; against: number }> }> | undefined,
  issue: string,
) {
  const counts = { for: 0, against: 0 };
  for (const { stances } of points?.values() ?? []) {
    counts.for += stances[issue]?.for ?? 0;
    counts.against += stances[issue]?.against ?? 0;
  }
  return counts;
}
