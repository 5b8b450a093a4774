/** Stems that turn round what stands within `NEGATION_REACH` words after them. */
export const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'none',
  'nobodi',
  'noth',
  'neither',
  'nor',
  'without',
  'cannot',
  "can't",
  "won't",
  "don't",
  "doesn't",
  "isn't",
  "wasn't",
  "wouldn't",
  "couldn't",
  "didn't",
  "shouldn't",
  "aren't",
  "weren't",
  "haven't",
  "hasn't",
  "hadn't",
]);

/** Words that a negation reaches, itself counted. */
export const NEGATION_REACH = 4;
