import { benchLanguage } from './bench.ts';

/**
 * What `npm run bench -- language` prints, of data in another folder.
 *   npx tsx bench/language/measure.ts [FOLDER WITH THE BENCHMARKS' DATA]
 */
await benchLanguage(process.argv[2]);
