import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffParagraphs, type ParagraphChange } from '../../shared/article/diff-paragraphs.ts';

const lead = 'Doctors at the hospital walked out at eight this morning.';
const edited = 'Doctors at the hospital walked out at nine this morning.';
const quote = '“We are sorry for the disruption,” said the trust.';
const other = 'Talks are expected to begin again on Monday in London.';

const cases: { name: string; before: string[]; after: string[]; changes: ParagraphChange[] }[] = [
  { name: 'nothing changed', before: [lead, quote], after: [lead, quote], changes: [] },
  { name: 'added at the end', before: [lead], after: [lead, quote], changes: [{ kind: 'added', at: 1, text: quote }] },
  {
    name: 'removed',
    before: [lead, quote, other],
    after: [lead, other],
    changes: [{ kind: 'removed', at: 1, text: quote }],
  },
  { name: 'everything is new', before: [], after: [lead], changes: [{ kind: 'added', at: 0, text: lead }] },
  { name: 'everything is gone', before: [lead], after: [], changes: [{ kind: 'removed', at: 0, text: lead }] },
  {
    name: 'edited',
    before: [lead, quote],
    after: [edited, quote],
    changes: [
      {
        kind: 'edited',
        at: 0,
        from: lead,
        to: edited,
        words: [
          { kind: 'kept', text: 'Doctors at the hospital walked out at ' },
          { kind: 'removed', text: 'eight' },
          { kind: 'added', text: 'nine' },
          { kind: 'kept', text: ' this morning.' },
        ],
      },
    ],
  },
  {
    name: 'replaced by another',
    before: [quote],
    after: [other],
    changes: [
      { kind: 'added', at: 0, text: other },
      { kind: 'removed', at: 1, text: quote },
    ],
  },
];

describe('the changes between two versions', () => {
  test.each(cases)('$name', ({ before, after, changes }) => {
    expect(diffParagraphs(before, after)).toEqual(changes);
  });
});

const paragraphs = fc.array(fc.constantFrom(lead, edited, quote, other, 'A short one.'), { maxLength: 12 });

test('the paragraphs that came, and those that went, are all told', () => {
  fc.assert(
    fc.property(paragraphs, paragraphs, (before, after) => {
      const changes = diffParagraphs(before, after);
      const came = changes.filter(({ kind }) => kind !== 'removed').length;
      const went = changes.filter(({ kind }) => kind !== 'added').length;
      expect(after.length - came).toBe(before.length - went);
      for (const change of changes) {
        if (change.kind === 'added') expect(after[change.at]).toBe(change.text);
        if (change.kind !== 'edited') continue;
        const told = (kind: string) => change.words.filter((word) => word.kind !== kind).map((word) => word.text);
        expect(told('added').join('')).toBe(change.from);
        expect(told('removed').join('')).toBe(change.to);
      }
    }),
  );
});
