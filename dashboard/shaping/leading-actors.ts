import type { StanceCell } from '../data/answers.ts';

const shown = 4;

/** The people and organisations with most statements: what a page shows that was not asked for anybody. */
export function leadingActors(cells: readonly StanceCell[], actors: readonly { id: string; kind: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { actor, days } of cells) {
    const statements = days.reduce((sum, day) => sum + day.for + day.against + day.neutral, 0);
    counts.set(actor, (counts.get(actor) ?? 0) + statements);
  }
  return actors
    .filter(({ kind }) => kind !== 'group')
    .map(({ id }) => ({ id, statements: counts.get(id) ?? 0 }))
    .sort((a, b) => b.statements - a.statements)
    .slice(0, shown)
    .map(({ id }) => id);
}
