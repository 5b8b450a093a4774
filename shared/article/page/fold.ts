/** A text as its letters and digits alone, in lower case with single spaces: for comparing. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
