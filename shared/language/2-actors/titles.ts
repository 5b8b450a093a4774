import type { Walk } from './walk.ts';

/** Words written before a surname. */
export const TITLES = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady baroness captain capt cllr councillor rev major colonel col
  judge justice superintendent inspector sergeant alderman`.split(/\s+/),
);

/** The pronoun that is said of a person, where something tells. */
export type PersonalPronoun = 'he' | 'she' | 'unknown';

/** The pronoun that a title tells. */
export const PRONOUN_OF_TITLE: ReadonlyMap<string, PersonalPronoun> = new Map([
  ...['mr', 'sir', 'lord'].map((title) => [title, 'he'] as const),
  ...['mrs', 'ms', 'miss', 'dame', 'lady', 'baroness'].map((title) => [title, 'she'] as const),
]);

/** Whether a title and the titles the codebook gives speak of different people (Mr Teague, Ms Teague). */
export function titleContradicts(title: string, known: ReadonlySet<string>): boolean {
  const pronoun = PRONOUN_OF_TITLE.get(title);
  return pronoun !== undefined && [...known].some((other) => (PRONOUN_OF_TITLE.get(other) ?? pronoun) !== pronoun);
}

/** Where a name at token `at` begins with the titles before it ("Prof Sir"): its sentence's up to three, with their stops. */
export function titledFrom({ tokens, pass }: Pick<Walk, 'tokens' | 'pass'>, at: number): number {
  const first = pass.first[pass.sentenceOfToken[at]!]!;
  let from = at;
  for (let step = 0; step < 3 && from > first; step++) {
    const stop = tokens.surface[from - 1] === '.' ? 1 : 0;
    if (from - 1 - stop < first || !TITLES.has(tokens.lower[from - 1 - stop]!)) break;
    from -= 1 + stop;
  }
  return from;
}
