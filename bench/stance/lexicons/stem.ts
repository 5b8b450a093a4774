import { writeFileSync } from 'node:fs';
import { phraseFile } from '../../../shared/language/stored-phrases.ts';
import { lexiconEntries } from './entries.ts';

/**
 * Writes the lists of this folder, stemmed, to `shared/language/model/lexicons.txt`, so that nothing is stemmed at a start:
 *   npx tsx bench/stance/lexicons/stem.ts
 * What learns from them is trained anew after each change: `bench/stance/train.ts`, `bench/sentiment/train.ts`.
 */
const text = phraseFile(lexiconEntries());
writeFileSync(new URL('../../../shared/language/model/lexicons.txt', import.meta.url), text);
console.log(`${text.split('\n').length - 1} first words, ${(text.length / 1e3).toFixed(0)} kB`);
