/** What a word or phrase says of the matter it bears on, whatever the dispute. */
export const StanceClass = {
  support: 0,
  oppose: 1,
  neutral: 2,
  good: 3,
  bad: 4,
  demand: 5,
  stop: 6,
  negation: 7,
  hedge: 8,
  doubt: 9,
  urge: 10,
} as const;
export type StanceClassName = keyof typeof StanceClass;
/** Their names by number. */
export const STANCE_CLASSES = Object.keys(StanceClass) as StanceClassName[];
