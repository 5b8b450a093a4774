import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { EFFECT_WORDS } from '../../bench/sentiment/effects/effect-words.ts';
import { effectEntries } from '../../bench/sentiment/effects/entries.ts';
import { baseForm } from '../../shared/language/5-tone/base-form.ts';
import { placeEffect } from '../../shared/language/5-tone/effect-places.ts';
import { findEffects } from '../../shared/language/5-tone/find-effects.ts';
import { targetWindow } from '../../shared/language/5-tone/target-window.ts';
import { phraseFile } from '../../shared/language/stored-phrases.ts';
import { marked } from './marked.ts';

/** Each effect found, with where the target stands to it. */
function placesIn(source: string): string[] {
  const { text, spans, at } = marked(source);
  const window = targetWindow(text, spans, at);
  let clause = 0;
  const clauses = window.lower.map((word) => (word === ',' ? ++clause : clause));
  const target = window.distances.indexOf(0);
  return findEffects(window).map((found) => {
    const placed = placeEffect(window, found, target, clauses, (word) => word === 'not' || word === "n't");
    return `${placed.effect} ${placed.role} ${placed.clauses} ${placed.names}`;
  });
}

test.each([
  ['[The mayor] lambasted {Ferris}.', ['hit subject 0 0']],
  ['{The mayor} lambasted [Ferris].', ['hit object 0 0']],
  ['[Ferris] was roundly lambasted by {the mayor}.', ['hit passive 0 0']],
  ['{Ferris} was lambasted by [the mayor].', ['hit agent 0 0']],
  ['{The board} and [Ferris], the report says, bungled the sale.', ['fail subject 2 0']],
  ['[The board], unlike {Ferris}, bungled the sale.', ['fail subject 2 1']],
  ['[Ferris] did not bungle the sale.', ['!fail subject 0 0']],
  ['[Ferris] went back on her word.', ['fail subject 0 0']],
  ['[Ferris] came under fire.', ['fail subject 0 0']],
  ["[Ferris]'s intransigence is well known.", ['vice subject 0 0']],
  ['The intransigence of [Ferris].', ['vice object 0 0']],
  ['A vote of thanks to [Ferris].', ['lift object 0 0']],
  ['[Ferris] painted the boat.', []],
])('effects in "%s": %j', (source, expected) => {
  expect(placesIn(source)).toEqual(expected);
});

it.each([
  ['forms of one verb', 'condemn condemns condemned condemning', 'hit'],
  ['irregular forms', 'steal stole stolen stealing', 'fail'],
  ['numbers of a noun', 'blunder blunders', 'fail'],
])('knows %s', (_, forms, effect) => {
  for (const form of forms.split(' '))
    expect(placesIn(`[Ferris] ${form}`).map((place) => place.split(' ')[0])).toContain(effect);
});

it('takes a word by its meaning, not by its stem', () => {
  expect(placesIn('[Ferris] was quite a nation.')).toEqual([]);
});

it('lists no phrase twice under one effect', () => {
  for (const [effect, phrases] of Object.entries(EFFECT_WORDS)) {
    const all = phrases.split('|').map((phrase) => phrase.trim());
    expect([effect, all.filter((phrase, at) => all.indexOf(phrase) !== at)]).toEqual([effect, []]);
  }
});

it('is stored as the lists say (else: npx tsx bench/sentiment/effects/store.ts)', () => {
  const file = new URL('../../shared/language/model/effects.txt', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(phraseFile(effectEntries()));
});

it('leaves a word of a million letters as it is', () => {
  const long = `${'e'.repeat(1e6)}ing`;
  expect(baseForm(long, () => false)).toBe(long);
});
