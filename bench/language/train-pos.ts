import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bestTag, POS, POS_FEATURES, POS_SLOTS, Pos, posFeatures } from '../../shared/language/part-of-speech.ts';
import { quantisedFile, type WeightTable, weightColumn } from '../../shared/language/quantised-weights.ts';
import { type Tokens, tokenize } from '../../shared/language/tokens.ts';
import { writeWeightsFile } from '../../shared/language/weights-file.ts';
import { classifyWords } from '../../shared/language/word-classes.ts';

/**
 * Teaches the part-of-speech tagger what wink-nlp says of the attribution set's training texts.
 *   npx tsx bench/language/train-pos.ts [FOLDER WITH THE BENCHMARKS' DATA]
 */
const data = process.argv[2] ?? '../shared/bench';
const require = createRequire(new URL('../package.json', import.meta.url));
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos']);
const EPOCHS = 4;

const train = ['train300', 'train_rest'].flatMap((name) => texts(`${data}/attribution/dev/${name}.jsonl`)).map(prepare);
const held = texts(`${data}/attribution/dev/dev.jsonl`).map(prepare);
const size = POS_SLOTS * POS.length;
const weights = new Float64Array(size);
const sums = new Float64Array(size);
let step = 1;
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (const text of train) learn(text);
  console.log(
    `epoch ${epoch + 1}: agrees with wink on ${(100 * agreement(averaged())).toFixed(2)} % of held-out words`,
  );
}
const final = averaged();
const stored = quantisedFile({}, { weights: final });
console.log(`as stored: ${(100 * agreement(weightColumn(stored, 'weights'))).toFixed(2)} %`);
const bytes = writeWeightsFile(stored);
writeFileSync(new URL('../../shared/language/model/part-of-speech.bin', import.meta.url), bytes);
console.log(`${(bytes.length / 1e3).toFixed(0)} kB`);

interface Tagged {
  tokens: Tokens;
  classes: ReturnType<typeof classifyWords>;
  gold: Uint8Array;
}

function texts(file: string): string[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text as string);
}

/** The tag of the wink token that begins where ours does. */
function prepare(text: string): Tagged {
  const doc = nlp.readDoc(text).tokens();
  const values = doc.out(nlp.its.value) as string[];
  const tags = doc.out(nlp.its.pos) as string[];
  const byStart = new Map<number, number>();
  let at = 0;
  for (const [i, value] of values.entries()) {
    const start = text.indexOf(value, at);
    if (start < 0) continue;
    byStart.set(start, (Pos as Record<string, number>)[tags[i]!] ?? Pos.X);
    at = start + value.length;
  }
  const tokens = tokenize(text);
  const gold = Uint8Array.from(tokens.start, (start) => byStart.get(start) ?? 255);
  return { tokens, classes: classifyWords(tokens), gold };
}

function learn({ tokens, classes, gold }: Tagged): void {
  const features = new Int32Array(POS_FEATURES);
  const scores = new Float64Array(POS.length);
  const tags = new Uint8Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    const right = gold[i]!;
    if (tokens.kind[i] === 0 || right === 255) {
      tags[i] = Pos.PUNCT;
      continue;
    }
    posFeatures(tokens, classes, tags, i, features);
    const guess = bestTag(weights, features, scores);
    tags[i] = guess;
    if (guess !== right)
      for (const feature of features) {
        bump(feature * POS.length + right, 1);
        bump(feature * POS.length + guess, -1);
      }
    step++;
  }
}

function bump(slot: number, by: number): void {
  weights[slot]! += by;
  sums[slot]! += by * step;
}

function averaged(): Float64Array {
  return weights.map((weight, slot) => weight - sums[slot]! / step);
}

function agreement(table: WeightTable): number {
  let right = 0;
  let all = 0;
  const features = new Int32Array(POS_FEATURES);
  const scores = new Float64Array(POS.length);
  for (const { tokens, classes, gold } of held) {
    const tags = new Uint8Array(tokens.count);
    for (let i = 0; i < tokens.count; i++) {
      tags[i] = Pos.PUNCT;
      if (tokens.kind[i] === 0 || gold[i] === 255) continue;
      posFeatures(tokens, classes, tags, i, features);
      tags[i] = bestTag(table, features, scores);
      all++;
      if (tags[i] === gold[i]) right++;
    }
  }
  return right / all;
}
