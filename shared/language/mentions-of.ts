import type { FoundMention } from './2-actors.ts';
import type { Context } from './context.ts';

const bySentence = new WeakMap<FoundMention[], FoundMention[][]>();
const NONE: FoundMention[] = [];

/** The mentions of a sentence. Sorted out once for an article: the passes stay linear in its length. */
export function mentionsOf(
  { mentions, pass }: Pick<Context, 'mentions' | 'pass'>,
  sentence: number,
): readonly FoundMention[] {
  let rows = bySentence.get(mentions);
  if (!rows) {
    rows = [];
    for (const mention of mentions) {
      const at = pass.sentenceOfToken[mention.from]!;
      rows[at] ??= [];
      rows[at].push(mention);
    }
    bySentence.set(mentions, rows);
  }
  return rows[sentence] ?? NONE;
}
