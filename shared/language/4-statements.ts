import type { Codebook } from '../codebook/codebook.ts';
import type { FoundAttribution } from './3-attribution.ts';
import type { Context } from './context.ts';
import { addWords, emptyTrie, matchesAt, type PhraseTrie, phraseWords } from './phrase-trie.ts';
import type { Statement } from './tags.ts';

const tries = new WeakMap<Codebook, PhraseTrie<[number, number]>>();

function issueTrie(codebook: Codebook): PhraseTrie<[number, number]> {
  let trie = tries.get(codebook);
  if (trie) return trie;
  trie = emptyTrie();
  for (const [i, issue] of codebook.issues.entries())
    for (const [side, phrases] of [
      [0, issue.terms],
      [1, issue.for],
      [-1, issue.against],
    ] as const)
      for (const phrase of phrases) addWords(trie, phraseWords(phrase), [i, side]);
  tries.set(codebook, trie);
  return trie;
}

/** Finds statements. First version: an attribution of an actor, and a codebook phrase in its sentence. */
export function findStatements(context: Context, attributions: FoundAttribution[]): Statement[] {
  const { tokens, pass, codebook } = context;
  const trie = issueTrie(codebook);
  const found: Statement[] = [];
  for (const attribution of attributions) {
    if (attribution.actor < 0) continue;
    const sides = new Map<number, number>();
    for (let at = pass.first[attribution.sentence]!; at < pass.first[attribution.sentence + 1]!; at++)
      for (const match of matchesAt(trie, tokens.lower, at))
        for (const [issue, side] of match.values) sides.set(issue, (sides.get(issue) ?? 0) + side);
    for (const [issue, side] of sides) {
      const { start, end, index } = pass.sentences[attribution.sentence]!;
      found.push({
        start,
        end,
        sentence: index,
        actor: codebook.actors[attribution.actor]!.id,
        issue: codebook.issues[issue]!.id,
        stance: side > 0 ? 'for' : 'against',
        voice: attribution.kind !== 'indirect' ? 'direct' : 'indirect',
        cue: null,
        rule: 'statement.phrase',
        confidence: 0.4,
        reasons: [],
      });
    }
  }
  return found;
}
