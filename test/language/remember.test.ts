import { expect, it } from 'vitest';
import { remember } from '../../shared/language/remember.ts';

it('keeps no more than it may, and always what came last', () => {
  const known = new Map<number, string>();
  const sizes = Array.from({ length: 10 }, (_, key) => {
    expect(remember(known, key, `value ${key}`, 4)).toBe(`value ${key}`);
    expect(known.get(key)).toBe(`value ${key}`);
    return known.size;
  });
  expect(Math.max(...sizes)).toBe(4);
});
