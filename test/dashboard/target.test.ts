import { describe, expect, it } from 'vitest';
import { nearest, neighbour, type Target } from '../../dashboard/charts/target.ts';

const target = (x: number, y: number, row: number): Target => ({
  ...{ x, y, row, lines: [`${x}`], pick: { kind: 'articles', from: '2020-03-09', to: '2020-03-09' } },
});
const targets = [target(10, 10, 0), target(50, 10, 0), target(90, 10, 0), target(20, 80, 3), target(95, 80, 3)];

describe('arrow keys', () => {
  it.each([
    [0, 'ArrowRight', 1],
    [2, 'ArrowRight', 2],
    [0, 'ArrowLeft', 0],
    [1, 'End', 2],
    [2, 'Home', 0],
    [2, 'ArrowDown', 4],
    [0, 'ArrowDown', 3],
    [4, 'ArrowUp', 2],
    [4, 'ArrowDown', 4],
    [-1, 'ArrowRight', 0],
  ])('from %i, %s leads to %i', (from, key, to) => expect(neighbour(targets, from, key)).toBe(to));

  it('lead nowhere in a chart without points', () => expect(neighbour([], -1, 'ArrowRight')).toBe(-1));
});

it('the nearest point is found; along time a difference of height counts less', () => {
  expect(nearest(targets, 52, 20, false)).toBe(1);
  expect(nearest([target(10, 100, 0), target(60, 10, 0)], 20, 10, true)).toBe(1);
  expect(nearest([target(10, 60, 0), target(60, 10, 0)], 20, 10, true)).toBe(0);
  expect(nearest([], 1, 1, true)).toBe(-1);
});
