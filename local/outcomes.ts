import type { ArticleState } from '../shared/store/rows.ts';
import type { Store } from '../shared/store/store.ts';

/** How many articles stand in each state. Every polled article is in exactly one. */
export interface Outcomes {
  polled: number;
  collected: number;
  tagged: number;
  irrelevant: number;
  alias: number;
  failed: number;
  unfinished: number;
  reasons: Record<string, number>;
}

const unfinishedStates: ArticleState[] = ['discovered', 'collected', 'tagged'];

/** Counts the articles of the store by outcome: polled = tagged + irrelevant + alias + failed + unfinished. */
export async function countOutcomes(store: Pick<Store, 'articles'>): Promise<Outcomes> {
  const counts: Outcomes = {
    polled: 0,
    collected: 0,
    tagged: 0,
    irrelevant: 0,
    alias: 0,
    failed: 0,
    unfinished: 0,
    reasons: {},
  };
  for await (const { state, textRevision, reason } of store.articles.scan()) {
    counts.polled += 1;
    if (textRevision !== undefined) counts.collected += 1;
    if (unfinishedStates.includes(state)) counts.unfinished += 1;
    else if (state === 'counted') counts.tagged += 1;
    else counts[state as 'irrelevant' | 'alias' | 'failed'] += 1;
    if (reason !== undefined) counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
  }
  return counts;
}

/** The counts as the last lines of a run. */
export function outcomeLines(counts: Outcomes): string[] {
  const { polled, collected, tagged, irrelevant, alias, failed, unfinished } = counts;
  const reasons = Object.entries(counts.reasons).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...reasons.map(([reason, count]) => `  ${reason}: ${count}`),
    `articles: polled ${polled}, collected ${collected}`,
    `outcomes: tagged ${tagged} + irrelevant ${irrelevant} + alias ${alias} + failed ${failed} + unfinished ${unfinished} = ${polled}`,
  ];
}
