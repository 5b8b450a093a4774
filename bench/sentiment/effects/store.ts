import { writeFileSync } from 'node:fs';
import { phraseFile } from '../../../shared/language/stored-phrases.ts';
import { effectEntries } from './entries.ts';

/**
 * Writes the phrases of this folder, in base forms, to `shared/language/model/effects.txt`:
 *   npx tsx bench/sentiment/effects/store.ts
 * The tone model is trained anew after each change: `bench/sentiment/train.ts`.
 */
writeFileSync(new URL('../../../shared/language/model/effects.txt', import.meta.url), phraseFile(effectEntries()));
