import type { CoverageStep } from './coverage.ts';
import type { Table } from './csv.ts';
import type { ToneStep } from './tone-steps.ts';
import type { VolumeStep } from './volume-steps.ts';

/** The table behind the tone chart: steps with at least one article. */
export function toneTable(rows: readonly { name: string; steps: ToneStep[] }[]): Table {
  return {
    columns: ['actor', 'from', 'to', 'tone', 'low (95 %)', 'high (95 %)', 'articles', 'sentences'],
    rows: rows.flatMap(({ name, steps }) =>
      steps
        .filter(({ n }) => n > 0)
        .map(({ from, to, mean, low, high, n, sentences }) => [name, from, to, mean, low, high, n, sentences]),
    ),
  };
}

/** The table behind the volume chart, with what was heard of the feeds beside each count. */
export function volumeTable(steps: readonly VolumeStep[], coverage: readonly CoverageStep[]): Table {
  return {
    columns: [
      ...['from', 'to', 'copies', 'texts', 'outlets', 'feeds expected', 'heard', 'late', 'silent', 'dead', 'not heard'],
    ],
    rows: steps.map(({ from, to, copies, texts, outlets }, index) => {
      const { expected, heard, feeds } = coverage[index]!;
      const { late, silent, dead } = feeds;
      return [
        ...[from, to, copies, texts, outlets, expected, heard, late.length, silent.length, dead.length],
        [...dead, ...silent].join('; '),
      ];
    }),
  };
}
