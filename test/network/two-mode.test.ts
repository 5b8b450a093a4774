import { expect, it } from 'vitest';
import { twoModeNetwork } from '../../shared/network/two-mode.ts';

it('binds actors to issues by their statements, with the balance of sides', () => {
  const network = twoModeNetwork([
    { actor: 'union', issue: 'rota', for: 1, against: 3, neutral: 1 },
    { actor: 'line', issue: 'rota', for: 2, against: 0, neutral: 0 },
    { actor: 'line', issue: 'pay', for: 0, against: 0, neutral: 1 },
    { actor: 'union', issue: 'pay', for: 0, against: 0, neutral: 0 },
  ]);
  expect(network.links.map(({ actor, issue, statements, balance }) => [actor, issue, statements, balance])).toEqual([
    ['union', 'rota', 5, -0.5],
    ['line', 'rota', 2, 1],
    ['line', 'pay', 1, null],
  ]);
  expect(network.nodes).toEqual([
    { id: 'union', mode: 'actor', statements: 5 },
    { id: 'line', mode: 'actor', statements: 3 },
    { id: 'rota', mode: 'issue', statements: 7 },
    { id: 'pay', mode: 'issue', statements: 1 },
  ]);
});
