/** A text as its letters and digits alone, in lower case with single spaces: for comparing. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Nearly all texts; the classes of Unicode cost ten times as much.
  const isPlain = !/[^\x20-\x7e]/.test(lower);
  return lower.replace(isPlain ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ').trim();
}
