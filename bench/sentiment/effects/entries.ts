import { baseForm } from '../../../shared/language/5-tone/base-form.ts';
import { EFFECTS, type Effect, PHRASES, WHOLE } from '../../../shared/language/5-tone/effects.ts';
import { phraseWords } from '../../../shared/language/phrase-trie.ts';
import type { StoredPhrase } from '../../../shared/language/stored-phrases.ts';
import { EFFECT_WORDS } from './effect-words.ts';

/** Effects of nouns and adjectives, which keep endings that a verb would lose. */
const NOMINAL: Effect[] = ['vice', 'virtue', 'bad', 'good'];

const phrasesOf = (effect: Effect) => EFFECT_WORDS[effect].split('|').map((phrase) => phrase.trim());

/** What `effects.txt` holds: each phrase once under each effect, however often it is inflected, and words that keep their endings. */
export function effectEntries(): StoredPhrase[] {
  const whole = new Set(NOMINAL.flatMap(phrasesOf).filter((phrase) => /^[a-z-]+(?:ed|ing|e)$/.test(phrase)));
  const based = (phrase: string) => phraseWords(phrase).map((word) => baseForm(word, (each) => whole.has(each)));
  return [
    ...EFFECTS.flatMap((effect, value) =>
      [...new Set(phrasesOf(effect).map((phrase) => based(phrase).join(' ')))].map((phrase) => ({
        ...{ lexicon: PHRASES, value },
        words: phrase.split(' '),
      })),
    ),
    ...[...whole].map((word) => ({ lexicon: WHOLE, words: [word], value: 0 })),
  ];
}
