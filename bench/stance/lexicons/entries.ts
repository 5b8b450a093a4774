import { KINDS } from '../../../shared/language/4-statements/issue-kinds.ts';
import { numberOfSide } from '../../../shared/language/4-statements/kind-sides.ts';
import { STANCE_CLASSES, StanceClass } from '../../../shared/language/4-statements/stance-words.ts';
import { LEXICONS, type LexiconName } from '../../../shared/language/lexicon.ts';
import { phraseWords } from '../../../shared/language/phrase-trie.ts';
import { stem } from '../../../shared/language/stem.ts';
import type { StoredPhrase } from '../../../shared/language/stored-phrases.ts';
import { SIDES } from './kind-sides.ts';
import { WORDS } from './stance-words.ts';
import { TOPIC } from './topics.ts';

/** All that the lists of this folder say, phrase by phrase. */
export function lexiconEntries(): StoredPhrase[] {
  return [
    ...STANCE_CLASSES.flatMap((name) => distinct('stance', WORDS[name], StanceClass[name])),
    ...KINDS.flatMap((kind, number) => entries('topic', TOPIC[kind], number)),
    ...KINDS.flatMap((kind) =>
      (['for', 'against'] as const).flatMap((side) => distinct('side', SIDES[kind][side], numberOfSide(kind, side))),
    ),
  ];
}

/** The phrases of a list (by "|"), in stems: a word that is listed in several forms counts so often where it names a topic. */
function entries(name: LexiconName, list: string, value: number): StoredPhrase[] {
  const lexicon = LEXICONS.indexOf(name);
  return list.split('|').map((phrase) => ({ lexicon, words: phraseWords(phrase.trim()).map(stem), value }));
}

/** Each once, however often it is inflected. */
function distinct(name: LexiconName, list: string, value: number): StoredPhrase[] {
  const byText = new Map(entries(name, list, value).map((entry) => [entry.words.join(' '), entry]));
  return [...byText.values()];
}
