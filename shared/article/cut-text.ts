/**
 * Cuts a text to at most `maximumBytes` of UTF-8, after a sentence where one ends in the last tenth.
 * @returns the text and how many characters were cut
 */
export function cutText(text: string, maximumBytes: number): { text: string; cut: number } {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= maximumBytes) return { text, cut: 0 };
  const head = new TextDecoder().decode(bytes.subarray(0, maximumBytes)).replace(/\uFFFD+$/, '');
  const lastStop = Math.max(...['. ', '? ', '! ', '.\n', '”\n'].map((stop) => head.lastIndexOf(stop)));
  const kept = lastStop > head.length * 0.9 ? head.slice(0, lastStop + 1) : head;
  return { text: kept, cut: text.length - kept.length };
}
