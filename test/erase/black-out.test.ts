import { describe, expect, it } from 'vitest';
import { blackOut, namesIn } from '../../local/erase/black-out.ts';

describe('a name', () => {
  it.each([
    ['as it is given', 'said Jane Roe on Monday', true],
    ['in another case', 'JANE ROE SPEAKS', true],
    ['over a line end', 'said Jane\nRoe', true],
    ['before a possessive', 'Jane Roe’s letter', true],
    ['as part of a longer word', 'Jane Roebuck', false],
    ['of somebody else', 'Jane Doe', false],
  ])('%s', (_, text, stands) => {
    expect(namesIn(['Jane Roe'])(text)).toBe(stands);
  });

  it('may hold what means something in a pattern', () => {
    expect(namesIn(['J. (Jo) Roe*'])('by J. (Jo) Roe*, our reporter')).toBe(true);
    expect(namesIn(['J. Roe'])('by Jo Roe')).toBe(false);
  });

  it('may be missing', () => {
    expect(namesIn(['Jane Roe'])(null)).toBe(false);
  });
});

describe('blacking out', () => {
  const text =
    'Ferries were late. “I will leave,” said Dr. Jane Roe of Quay 3. The union said 😀 nothing.\n\nJane Roe left.';

  it('takes whole sentences and leaves every other character where it was', () => {
    const black = blackOut(text, namesIn(['Jane Roe']));
    expect(black).toHaveLength(text.length);
    expect(black).not.toMatch(/Roe|leave|left/);
    for (const kept of ['Ferries were late.', 'The union said 😀 nothing.'])
      expect(black.indexOf(kept)).toBe(text.indexOf(kept));
  });

  it('changes nothing where nobody of that name stands', () => {
    expect(blackOut(text, namesIn(['John Doe']))).toBe(text);
  });
});
