import { expect, it } from 'vitest';
import { type Box, separateBoxes } from '../../dashboard/charts/separate-boxes.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';

const overlap = (a: Box, b: Box) => {
  const across = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x);
  const down = Math.min(a.y + a.below, b.y + b.below) - Math.max(a.y - a.above, b.y - b.above);
  return across > 0.5 && down > 0.5;
};

it('labels that lie on each other are moved apart and stay inside the frame', () => {
  const random = seededRandom(3);
  const boxes = Array.from({ length: 30 }, () => ({
    ...{ x: 100 + random() * 700, y: 60 + random() * 500, halfWidth: 30 + random() * 50, above: 10, below: 26 },
  }));
  separateBoxes(boxes, 900, 620);
  const overlaps = boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => overlap(box, other)));
  expect(overlaps).toEqual([]);
  for (const { x, y, halfWidth, above, below } of boxes) {
    expect(x - halfWidth).toBeGreaterThanOrEqual(-0.5);
    expect(x + halfWidth).toBeLessThanOrEqual(900.5);
    expect(y - above).toBeGreaterThanOrEqual(-0.5);
    expect(y + below).toBeLessThanOrEqual(620.5);
  }
});
