import { KINDS } from '../../../shared/language/4-statements/issue-kinds.ts';
import { numberOfSide } from '../../../shared/language/4-statements/kind-sides.ts';
import { STANCE_CLASSES, StanceClass } from '../../../shared/language/4-statements/stance-words.ts';
import type { LexiconEntry, LexiconName } from '../../../shared/language/lexicon.ts';
import { phraseWords } from '../../../shared/language/phrase-trie.ts';
import { stem } from '../../../shared/language/stem.ts';
import { SIDES } from './kind-sides.ts';
import { WORDS } from './stance-words.ts';
import { TOPIC } from './topics.ts';

/** All that the lists of this folder say, phrase by phrase. */
export function lexiconEntries(): LexiconEntry[] {
  return [
    ...STANCE_CLASSES.flatMap((name) => entries('stance', WORDS[name], StanceClass[name])),
    ...KINDS.flatMap((kind, number) => entries('topic', TOPIC[kind], number)),
    ...KINDS.flatMap((kind) =>
      (['for', 'against'] as const).flatMap((side) => entries('side', SIDES[kind][side], numberOfSide(kind, side))),
    ),
  ];
}

/** The phrases of a list (by "|"), each once however it is inflected. */
function entries(lexicon: LexiconName, list: string, value: number): LexiconEntry[] {
  const phrases = list.split('|').map((phrase) => phraseWords(phrase.trim()).map(stem).join(' '));
  return (lexicon === 'topic' ? phrases : [...new Set(phrases)]).map((phrase) => ({
    lexicon,
    stems: phrase.split(' '),
    value,
  }));
}
