import type { Lane } from '../charts/lanes.ts';
import type { ShareRow } from '../charts/share-panels.ts';
import type { Table } from './csv.ts';
import type { StanceStep } from './stance-steps.ts';

/** The table behind the chart of stances: steps with at least one statement. */
export function stanceTable(rows: readonly { label: string; steps: StanceStep[] }[]): Table {
  return {
    columns: ['issue', 'from', 'to', 'for', 'against', 'neutral'],
    rows: rows.flatMap(({ label, steps }) =>
      steps
        .filter((step) => step.for + step.against + step.neutral > 0)
        .map((step) => [label, step.from, step.to, step.for, step.against, step.neutral]),
    ),
  };
}

/** The table behind the corrected shares: steps in which somebody takes a side. */
export function shareTable(rows: readonly ShareRow[]): Table {
  return {
    columns: [
      ...['issue', 'from', 'to', 'for (units)', 'against (units)', 'share for, as tagged'],
      ...['corrected', 'low (95 %)', 'high (95 %)'],
    ],
    rows: rows.flatMap(({ label, steps }) =>
      steps.map(({ from, to, raw, corrected, ...step }) => [
        ...[label, from, to, step.for, step.against, raw],
        ...[corrected?.value ?? null, corrected?.low ?? null, corrected?.high ?? null],
      ]),
    ),
  };
}

/** The table behind the lanes: each stretch of one side. */
export function laneTable(lanes: readonly Lane[]): Table {
  return {
    columns: ['actor', 'from', 'to', 'side', 'last heard'],
    rows: lanes.flatMap(({ name, stretches }) =>
      stretches.map(({ from, to, side, lastHeard }) => [name, from, to, side, lastHeard]),
    ),
  };
}
