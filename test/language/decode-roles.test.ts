import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { likeliestRoles } from '../../shared/language/3-attribution/decode-roles.ts';
import { attributionModel } from '../../shared/language/3-attribution/model.ts';
import { COMMAS, relationsTo, roleNetInputs } from '../../shared/language/3-attribution/role-net.ts';
import { LONGEST, ROLES, Role, roleWindow } from '../../shared/language/3-attribution/roles.ts';
import { POS } from '../../shared/language/part-of-speech.ts';
import { viewText } from '../../shared/language/text-view.ts';

const weight = fc.integer({ min: -9, max: 9 });
const anyScores = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    cue: fc.nat(count - 1),
    single: fc.array(weight, { minLength: count * ROLES, maxLength: count * ROLES }),
    pair: fc.array(weight, { minLength: count * ROLES ** 2, maxLength: count * ROLES ** 2 }),
  }),
);

/** Every sequence of roles for so many tokens. */
function* sequences(count: number): Generator<number[]> {
  if (count === 0) yield [];
  else for (const before of sequences(count - 1)) for (let role = 0; role < ROLES; role++) yield [...before, role];
}

const follows = (role: number, previous: number | undefined) =>
  role === Role.source
    ? previous === Role.sourceStart || previous === Role.source
    : role === Role.content
      ? previous === Role.contentStart || previous === Role.content
      : true;

it('finds the best of all sequences in which an inside follows its beginning and the cue plays no role', () => {
  fc.assert(
    fc.property(anyScores, ({ count, cue, single, pair }) => {
      const worth = (roles: ArrayLike<number>) =>
        Array.from(roles).reduce(
          (sum, role, at) =>
            sum + single[at * ROLES + role]! + pair[at * ROLES ** 2 + (at > 0 ? roles[at - 1]! : 0) * ROLES + role]!,
          0,
        );
      const isAllowed = (roles: number[]) =>
        roles[cue] === Role.none && roles.every((role, at) => follows(role, roles[at - 1]));
      const fixed = Uint8Array.from({ length: count }, (_, at) => (at === cue ? 1 : 0));
      const found = likeliestRoles({ count, fixed }, (at, ofRoles, ofPairs) => {
        ofRoles.set(single.slice(at * ROLES, (at + 1) * ROLES));
        ofPairs.set(pair.slice(at * ROLES ** 2, (at + 1) * ROLES ** 2));
      });
      expect(isAllowed([...found])).toBe(true);
      const best = Math.max(...[...sequences(count)].filter(isAllowed).map(worth));
      expect(worth(found)).toBe(best);
    }),
    { numRuns: 60 },
  );
});

describe('what the network reads', () => {
  test('parts of speech, capitals and quotation marks, as one number', () => {
    const view = viewText('Marlow said: “No deal.”');
    const { places } = roleNetInputs(view, 0, view.tokens.count);
    const told = view.tokens.surface.map((word, at) => [word, POS[places[at]! >> 2], places[at]! & 3]);
    expect(told).toEqual([
      ['Marlow', 'PROPN', 1],
      ['said', 'VERB', 0],
      [':', 'PUNCT', 0],
      ['“', 'PUNCT', 0],
      ['No', 'DET', 3],
      ['deal', 'NOUN', 2],
      ['.', 'PUNCT', 2],
      ['”', 'PUNCT', 0],
    ]);
  });

  test('any name as the same one', () => {
    const codesOf = (text: string) => {
      const view = viewText(text);
      return [...roleNetInputs(view, 0, view.tokens.count).codes];
    };
    const ofMarlow = codesOf('Anna Marlow told the Brackwell Gazette that talks had failed.');
    expect(codesOf('Peter Ostler told the Harbour Times that talks had failed.')).toEqual(ofMarlow);
    expect(codesOf('Anna Marlow asked the Brackwell Gazette that talks had failed.')).not.toEqual(ofMarlow);
  });

  test('distance to the cue in steps of a logarithm, and the commas between', () => {
    const { tokens } = viewText('Crews, she said, were tired, hungry, cold and far from home.');
    const comma = (word: string) => (word === ',' ? 4 : 20);
    const cue = tokens.lower.indexOf('said');
    const relations = relationsTo(Int32Array.from(tokens.lower, comma), cue);
    const told = tokens.lower.map((word, at) => [
      word,
      Math.floor(relations[at]! / COMMAS) - 10,
      relations[at]! % COMMAS,
    ]);
    expect(told).toEqual([
      ['crews', -3, 1],
      [',', -2, 0],
      ['she', -1, 0],
      ['said', 0, 0],
      [',', 1, 0],
      ['were', 2, 1],
      ['tired', 3, 1],
      [',', 4, 1],
      ['hungry', 5, 2],
      [',', 5, 2],
      ['cold', 6, 3],
      ['and', 6, 3],
      ['far', 6, 3],
      ['from', 7, 3],
      ['home', 7, 3],
      ['.', 7, 3],
    ]);
  });
});

describe('the tokens that are looked at for a cue', () => {
  const sentence = (words: number) => viewText(`It ${'and so on '.repeat(words)}said.`);

  test('its whole sentence', () => {
    const view = viewText('They met. She said that it was over. He left.');
    expect(roleWindow(view, view.tokens.lower.indexOf('said'))).toEqual({ from: 3, to: 10 });
  });

  test('of a long one no more than can be read', () => {
    const view = sentence(200);
    const cue = view.tokens.lower.indexOf('said');
    const { from, to } = roleWindow(view, cue);
    expect(to - from).toBeLessThanOrEqual(LONGEST);
    expect(from).toBeLessThanOrEqual(cue);
    expect(to).toBeGreaterThan(cue);
  });
});

test('a sentence says the same whatever was asked before', () => {
  const { net } = attributionModel().roles;
  const one = viewText('Anna Marlow said that the crews were tired, and the owners denied it.');
  const other = viewText('Nobody, the mayor insisted, had been told.');
  const [said, denied] = ['said', 'denied'].map((word) => one.tokens.lower.indexOf(word)) as [number, number];
  const ask = (cue: number) => [...net.roleLogits(one, 0, one.tokens.count, cue).subarray(0, ROLES * one.tokens.count)];
  const first = [ask(said), ask(denied), [net.cueOdds(one, 0, one.tokens.count, said)]];
  net.roleLogits(other, 0, other.tokens.count, 3);
  expect([ask(said), ask(denied), [net.cueOdds(one, 0, one.tokens.count, said)]]).toEqual(first);
  expect(first[0]).not.toEqual(first[1]);
});
