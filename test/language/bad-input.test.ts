import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagArticle } from '../../shared/language/tag-article.ts';
import type { Span, Tags } from '../../shared/language/tags.ts';
import { article, FERRIES } from './invented-codebook.ts';

const lies = (span: Span, text: string) => span.start >= 0 && span.start < span.end && span.end <= text.length;

function checkSpans(tags: Tags, text: string): void {
  const inside = (span: Span, sentence: number) =>
    tags.sentences[sentence]!.start <= span.start && span.end <= tags.sentences[sentence]!.end;
  for (const span of tags.sentences) expect(lies(span, text)).toBe(true);
  for (const tag of [...tags.mentions, ...tags.statements])
    expect(lies(tag, text) && inside(tag, tag.sentence)).toBe(true);
  for (const { source, cue, content } of tags.attributions)
    for (const span of [source, cue, ...content]) expect(span === null || lies(span, text)).toBe(true);
}

test.each([
  ['nothing', ''],
  ['spaces', ' \n\n \t'],
  ['no capitals', 'anna marlow said that the strike was wrong. the union was not amused by that.'],
  ['all capitals', 'ANNA MARLOW SAID THAT THE STRIKE WAS WRONG. THE UNION WAS NOT AMUSED BY THAT.'],
  ['unbalanced quotes', '“Anna Marlow said ‘that the "strike was wrong, and the union said so to the company.'],
  ['emoji', 'Anna Marlow 😀 said that the strike 👩‍⚕️ was wrong and the union was cross about it.'],
  ['soft hyphens', 'Anna Mar\u00adlow said that the stri\u00adke was wrong and that the union was to blame.'],
  ['right-to-left marks', '\u200fAnna Marlow\u200e said that the strike was wrong and that the union was to blame.'],
  ['lone surrogates', 'Anna Marlow \ud83d said that the strike was wrong \udc00 and the union was to blame.'],
])('%s', (_, text) => {
  checkSpans(tagArticle(article(text), FERRIES), text);
});

test('a text without stops is cut, and costs no more than its length', () => {
  const text = 'anna marlow said that the strike was wrong and that the union '.repeat(1500);
  const tags = tagArticle(article(text), FERRIES);
  expect(tags.sentences.length).toBeGreaterThan(10);
  checkSpans(tags, text);
}, 30_000);

test('a name before more brackets than the stack is deep', () => {
  const text = `Marlow ${'(of the crew) '.repeat(10_000)}: we said that the strike was wrong.`;
  const tags = tagArticle(article(text), FERRIES);
  expect(tags.language).toBe('en');
  checkSpans(tags, text);
}, 30_000);

test('another language is detected and left untagged', () => {
  const text =
    'Anna Marlow a dit que la grève était une erreur et que le syndicat ne devait pas la faire dans les ports de la ville.';
  const tags = tagArticle(article(text), FERRIES);
  expect(tags.language).toBe('fr');
  expect([tags.mentions, tags.attributions, tags.statements, tags.sentenceTones]).toEqual([[], [], [], []]);
});

test('soft hyphens don’t hide a name', () => {
  expect(
    tagArticle(article('Anna Mar\u00adlow was at the harbour for most of the day.'), FERRIES).mentions[0]?.actor,
  ).toBe('marlow');
});

const WORDS = [
  'Anna Marlow',
  'the union',
  'Giles Hunter',
  'said',
  'that',
  'strike',
  'rota',
  'was',
  'wrong',
  'rejected',
  '“',
  '”',
  "'",
  '.',
  ',',
  '\n\n',
  'He',
  'not',
  'U.K.',
  '12.30',
  'Its chair',
];

test('every span lies in its sentence, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 })), { maxLength: 60 }),
      (parts) => {
        const text = parts.join(' ');
        checkSpans(tagArticle(article(text), FERRIES), text);
      },
    ),
    { numRuns: 150 },
  );
});

test('the same text gives the same tags', () => {
  const text = 'Anna Marlow said that the strike was right. “We had no choice,” she said.';
  expect(tagArticle(article(text), FERRIES)).toEqual(tagArticle(article(text), FERRIES));
});
