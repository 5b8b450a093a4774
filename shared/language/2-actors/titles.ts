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
