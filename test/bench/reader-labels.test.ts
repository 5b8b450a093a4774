import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleTargets, furtherTargets } from '../../bench/sentiment/reader-labels.ts';

const fileOf = (name: string) =>
  readFileSync(new URL(`../../bench/sentiment/reader-labels/${name}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

/** Invented for testing. */
const line = {
  sentence_normalized: 'Ms Vale thanked the porters and blamed Mr Stroud.',
  primary_gid: 'source_1_2_Vale_0',
  targets: [{ from: 3, to: 7, polarity: 4 }],
};

describe('further targets of a sentence', () => {
  test('are seen with those of the crowd masked, in the fold of their source', () => {
    const [porters, stroud] = furtherTargets(['1\t20-27:+ 42-48:-'], [line]);
    expect(porters).toMatchObject({ label: 2, group: 'source_1_2' });
    expect(porters!.window.lower.join(' ')).toBe('ms <other> thanked the <target> and blamed mr <other> .');
    expect(stroud).toMatchObject({ label: 0, group: 'source_1_2' });
    expect(stroud!.window.lower.join(' ')).toBe('ms <other> thanked the <other> and blamed mr <target> .');
  });
});

describe('targets in an article', () => {
  test('are seen in their sentence', () => {
    const text = 'Nothing was said of pay. The dean met the union.';
    const [dean, union] = articleTargets(['part\t1\t25-48\t4-8:0 17-22:0'], { part: [{ id: 'article', text }] });
    expect(dean).toMatchObject({ label: 1, group: 'article' });
    expect(dean!.window.lower.join(' ')).toBe('the <target> met the <other> .');
    expect(union!.window.lower.join(' ')).toBe('the <other> met the <target> .');
  });
});

test.each([
  ['a tone that is none', ['1\t20-27:?']],
  ['no target', ['1\t']],
  ['a line that is not there', ['2\t20-27:+']],
])('%s is refused, and the row named', (_, rows) => {
  expect(() => furtherTargets(rows, [line])).toThrow(`"${rows[0]}"`);
});

describe.each(['newsmtsc', 'polnear'])('the rows of %s.tsv', (name) => {
  const mark = '\\d+-\\d+:[-0+]';
  const place = name === 'polnear' ? 'train(300|_rest)\\t\\d+\\t\\d+-\\d+' : '\\d+';
  test('hold places and labels, and no text', () => {
    const form = new RegExp(`^${place}\\t${mark}( ${mark})*$`);
    expect(fileOf(name).filter((row) => !form.test(row))).toEqual([]);
  });
});
