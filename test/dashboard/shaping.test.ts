import { describe, expect, it } from 'vitest';
import { toCsv } from '../../dashboard/shaping/csv.ts';
import { foldCopies } from '../../dashboard/shaping/fold-copies.ts';
import { signed } from '../../dashboard/shaping/format.ts';
import { highlighted } from '../../dashboard/shaping/highlight.ts';
import { sentenceLink } from '../../dashboard/shaping/text-fragment.ts';

describe('CSV', () => {
  it.each([
    ['plain values', ['a', 1, null], 'a,1,\r\n'],
    ['commas, quotes and line ends', ['a,b', 'say "no"', 'two\nlines'], '"a,b","say ""no""","two\nlines"\r\n'],
    [
      'a headline that a spreadsheet would run',
      ['=HYPERLINK("x")', '+1', '@a', '-b'],
      '"\'=HYPERLINK(""x"")",\'+1,\'@a,\'-b\r\n',
    ],
    ['a negative number stays a number', [-0.5], '-0.5\r\n'],
  ])('%s', (_, row, line) => expect(toCsv({ columns: ['x'], rows: [row] })).toBe(`x\r\n${line}`));
});

describe('a link to a sentence', () => {
  it.each([
    ['short: whole', 'https://a.example/1', 'Talks - at last.', 'https://a.example/1#:~:text=Talks%20%2D%20at%20last.'],
    [
      'long: by its ends',
      'https://a.example/1#top',
      'one two three four five six, seven eight nine ten eleven twelve thirteen',
      'https://a.example/1#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen',
    ],
    ['no sentence: the page', 'https://a.example/1', ' ', 'https://a.example/1'],
    ['a script is not linked to', 'javascript:alert(1)', 'Talks.', null],
    ['nor what is no address', 'https://', 'Talks.', null],
  ])('%s', (_, url, sentence, link) => expect(sentenceLink(url, sentence)).toBe(link));
});

describe('highlighting', () => {
  it('cuts the sentence at content and cue', () => {
    const pieces = highlighted('The union said it would strike.', [15, 30], [10, 14]);
    expect(pieces.map(({ text, isContent, isCue }) => [text, isContent, isCue])).toEqual([
      ['The union ', false, false],
      ['said', false, true],
      [' ', false, false],
      ['it would strike', true, false],
      ['.', false, false],
    ]);
  });

  it.each([
    ['nothing marked', null, null],
    ['spans that overlap', [4, 14], [10, 20]],
    ['spans beyond the sentence', [-5, 99], [40, 50]],
  ] as const)('loses no letter: %s', (_, content, cue) => {
    const sentence = 'The union said it would strike.';
    const pieces = highlighted(sentence, content, cue);
    expect(pieces.map(({ text }) => text).join('')).toBe(sentence);
  });
});

it('folds copies of one text under the earliest, and keeps what differs apart', () => {
  const row = (tag: string, at: string, changes = {}) => ({
    ...{ tag, at, clusterId: 'c', actor: 'union', sentence: 'We strike.', outlet: tag },
    ...changes,
  });
  const folded = foldCopies([
    row('b', '2'),
    row('a', '1'),
    row('c', '3', { sentence: 'We talk.' }),
    row('d', '4', { clusterId: 'e' }),
  ]);
  expect(folded.map((group) => [group.row.tag, group.copies.map(({ tag }) => tag)])).toEqual([
    ['a', ['b']],
    ['c', []],
    ['d', []],
  ]);
});

it.each([
  [0.214, '+0.21'],
  [-0.156, '−0.16'],
  [-0.001, '0.00'],
  [0, '0.00'],
])('a tone of %f reads %s', (value, text) => expect(signed(value)).toBe(text));
