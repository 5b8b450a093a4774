import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CUE_FEATURES, CUE_SLOTS, CUE_TABLE, cueFeatures } from '../../shared/language/3-attribution/cues.ts';
import { decodeLinear, roleModel } from '../../shared/language/3-attribution/decode-roles.ts';
import {
  CUE_THRESHOLD,
  cueProbability,
  extractAttributions,
  judgeCue,
} from '../../shared/language/3-attribution/extract.ts';
import type { AttributionModel } from '../../shared/language/3-attribution/model.ts';
import { RoleNet, relationsTo, roleNetInputs } from '../../shared/language/3-attribution/role-net.ts';
import {
  forEachWeight,
  PAIR_WEIGHTS,
  ROLE_SLOTS,
  Role,
  type RoleTokens,
  roleFeatures,
  roleWindow,
  SINGLE_WEIGHTS,
} from '../../shared/language/3-attribution/roles.ts';
import { VERDICT_SLOTS, verdictFeatures } from '../../shared/language/3-attribution/verdict.ts';
import { FeatureSums } from '../../shared/language/feature-sums.ts';
import { quantise, quantisedFile, StepWeights, weightColumn } from '../../shared/language/quantised-weights.ts';
import { type TextView, viewText } from '../../shared/language/text-view.ts';
import { writeWeightsFile } from '../../shared/language/weights-file.ts';
import { type NetSentence, packNet, trainNets } from './train-net.ts';

/**
 * Learns the attribution pass from PolNeAR's training part: which words are cues (logistic regression), the roles of the
 * tokens around a cue (averaged perceptron over sequences, and a recurrent network, which tells cues, too), and which of what
 * is found holds (logistic regression over what models of the other half of the texts find). Writes weights, never texts.
 * Takes a quarter of an hour on two cores.
 *   npx tsx bench/attribution/train.ts [--data FOLDER WITH THE BENCHMARKS' DATA] [--python PYTHON WITH TORCH] [--nets FOLDER]
 * `--nets`: where the networks are kept, so that they are not trained again.
 */
type GoldSpan = [number, number, string];
interface GoldAttribution {
  source: GoldSpan[] | null;
  cue: GoldSpan[];
  content: GoldSpan[];
}
interface GoldText {
  id: string;
  text: string;
  attributions: GoldAttribution[];
}
interface Prepared {
  gold: GoldText;
  view: TextView;
  /** Cue token and attribution. */
  cues: Map<number, GoldAttribution>;
}

const { data, python, nets } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench' },
    python: { type: 'string', default: 'python3' },
    nets: { type: 'string', default: join(tmpdir(), 'picketline-attribution') },
  },
}).values;
const CUE_EPOCHS = 6;
const THRESHOLD = 0.2;
const ROLE_EPOCHS = 8;
const RARE = 3;
const ROLES = SINGLE_WEIGHTS / ROLE_SLOTS;
const read = (name: string): GoldText[] =>
  readFileSync(`${data}/attribution/dev/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const golds = [...read('train300'), ...read('train_rest')];
const views = golds.map((gold) => viewText(gold.text));
const rates = cueRates();
const cueWords = new Set([...rates].filter(([, [cues, all]]) => cues >= 2 && cues / all > 0.01).map(([word]) => word));
const train = golds.map((gold, i) => prepare(gold, views[i]!));
console.log(`${train.length} texts, ${cueWords.size} cue words`);

const halves = [train.filter((_, i) => i % 2 === 0), train.filter((_, i) => i % 2 === 1)] as const;
/** By models that learnt from the other half only. */
const linear = ([1, 0] as const).map((other) => ({
  cue: stepsOf(trainCues(halves[other])),
  roles: trainRoles(halves[other], 4),
}));
const sentences = ([0, 1] as const).flatMap((part) =>
  halves[part].flatMap((text) => netSentences(text, part, linear[part]!.cue)),
);
const trained = await trainNets(sentences, { python, kept: nets });
const verdict = trainVerdict(
  ([0, 1] as const).flatMap((part) => {
    const { cue, roles } = linear[part]!;
    const net = new RoleNet(trained.without[part]);
    return judgeable(halves[part], { cue, roles: roleModel(stepsOf(roles.single), stepsOf(roles.pair), net) });
  }),
);
const cue = trainCues(train);
const roles = trainRoles(train, ROLE_EPOCHS);
const net = packNet(trained.all);
const meta = { cueWords: [...cueWords].sort().join(' '), threshold: THRESHOLD, netUnits: net.netUnits };
const quantised = quantisedFile(meta, { cue, ...roles, verdict });
const stored = { ...quantised, columns: { ...quantised.columns, ...net.columns } };
const bytes = writeWeightsFile(stored);
writeFileSync(new URL('../../shared/language/model/attribution.bin', import.meta.url), bytes);
console.log(`${(bytes.length / 1e3).toFixed(0)} kB`);
await report();

/** Weights as they will be stored. */
function stepsOf(weights: Float64Array): StepWeights {
  const { steps, limit } = quantise(weights);
  return new StepWeights(new Uint8Array(steps.buffer), limit);
}

/** The sentences of a text that have cues, or words that look like one to a linear model which never saw them. */
function netSentences({ view, cues }: Prepared, part: 0 | 1, weights: StepWeights): NetSentence[] {
  const sentences = new Map<string, NetSentence>();
  const features = new Int32Array(CUE_FEATURES);
  for (let at = 0; at < view.tokens.count; at++) {
    const attribution = cues.get(at);
    const isLikely =
      cueWords.has(view.tokens.lower[at]!) && cueProbability(view, { cue: weights }, at, features) >= CUE_THRESHOLD;
    if (!attribution && !isLikely) continue;
    const { from, to } = roleWindow(view, at);
    const inputs = roleNetInputs(view, from, to);
    const window = `${from} ${to}`;
    const sentence = sentences.get(window) ?? { part, codes: [...inputs.codes], places: [...inputs.places], cues: [] };
    sentences.set(window, sentence);
    const relations = [...relationsTo(inputs.codes, at - from)];
    const fixed = new Uint8Array(to - from);
    fixed[at - from] = 1;
    const tokens = { from, count: to - from, fixed };
    sentence.cues.push({
      at: at - from,
      relations,
      ...(attribution ? { roles: [...goldRoles(view, tokens, attribution)] } : {}),
    });
  }
  return [...sentences.values()];
}

/** How often each word stands in a cue, and at all. */
function cueRates(): Map<string, [number, number]> {
  const rates = new Map<string, [number, number]>();
  for (const [i, { tokens }] of views.entries()) {
    const marks = mask(
      views[i]!,
      golds[i]!.attributions.flatMap((a) => a.cue),
    );
    for (let at = 0; at < tokens.count; at++) {
      const rate = rates.get(tokens.lower[at]!) ?? [0, 0];
      rates.set(tokens.lower[at]!, [rate[0] + marks[at]!, rate[1] + 1]);
    }
  }
  return rates;
}

function mask({ tokens }: TextView, spans: GoldSpan[]): Uint8Array {
  const marks = new Uint8Array(tokens.count);
  for (const [start, end] of spans) {
    let at = lowerBound(tokens.end, start + 1);
    for (; at < tokens.count && tokens.start[at]! < end; at++) marks[at] = 1;
  }
  return marks;
}

function lowerBound(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The head of a cue is its word that is oftenest a cue. */
function prepare(gold: GoldText, view: TextView): Prepared {
  const cues = new Map<number, GoldAttribution>();
  const rate = (word: string) => {
    const [marked, all] = rates.get(word) ?? [0, 1];
    return cueWords.has(word) ? marked / (all + 3) : 0;
  };
  for (const attribution of gold.attributions) {
    const marks = mask(view, attribution.cue);
    let head = -1;
    for (let at = 0; at < view.tokens.count; at++)
      if (marks[at] && (head < 0 || rate(view.tokens.lower[at]!) > rate(view.tokens.lower[head]!))) head = at;
    if (head >= 0 && attribution.content.length > 0) cues.set(head, attribution);
  }
  return { gold, view, cues };
}

/** Features seen less often than `RARE` keep weight zero: the model stays small. */
function countCueFeatures(train: Prepared[]): Uint16Array {
  const counts = new Uint16Array(CUE_SLOTS);
  const features = new Int32Array(CUE_FEATURES);
  for (const { view } of train)
    for (let at = 0; at < view.tokens.count; at++) {
      if (!cueWords.has(view.tokens.lower[at]!)) continue;
      cueFeatures(view, at, features);
      for (const feature of features) if (counts[feature]! < 60_000) counts[feature]!++;
    }
  return counts;
}

function countRoleFeatures(train: Prepared[]): Uint16Array {
  const counts = new Uint16Array(ROLE_SLOTS);
  for (const { view, cues } of train)
    for (const at of cues.keys())
      for (const slot of roleFeatures(view, at).single) if (counts[slot]! < 60_000) counts[slot]!++;
  return counts;
}

/** Adaptive stochastic gradient descent (Duchi et al. 2011) with a small pull to zero. */
function trainCues(train: Prepared[]): Float64Array {
  const weights = new Float64Array(CUE_SLOTS);
  const squares = new Float64Array(CUE_SLOTS).fill(1e-6);
  const features = new Int32Array(CUE_FEATURES);
  const counts = countCueFeatures(train);
  for (let epoch = 0; epoch < CUE_EPOCHS; epoch++) {
    let loss = 0;
    for (const { view, cues } of train)
      for (let at = 0; at < view.tokens.count; at++) {
        if (!cueWords.has(view.tokens.lower[at]!)) continue;
        cueFeatures(view, at, features);
        let sum = 0;
        for (const feature of features) sum += weights[feature]!;
        const error = 1 / (1 + Math.exp(-sum)) - (cues.has(at) ? 1 : 0);
        loss += Math.log(1 + Math.exp(cues.has(at) ? -sum : sum));
        for (const feature of features) {
          if (counts[feature]! < RARE) continue;
          const gradient = error + 2e-5 * weights[feature]!;
          squares[feature]! += gradient * gradient;
          weights[feature]! -= (0.08 * gradient) / Math.sqrt(squares[feature]!);
        }
      }
    console.log(`cues, epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
  }
  return weights;
}

function goldRoles(view: TextView, features: RoleTokens, attribution: GoldAttribution): Uint8Array {
  const roles = new Uint8Array(features.count);
  const paint = (spans: GoldSpan[], start: number, inside: number) => {
    const marks = mask(view, spans);
    for (let at = 0; at < features.count; at++) {
      if (!marks[features.from + at] || features.fixed[at]) continue;
      const goesOn =
        at > 0 && marks[features.from + at - 1] === 1 && (roles[at - 1] === start || roles[at - 1] === inside);
      roles[at] = goesOn ? inside : start;
    }
  };
  paint(attribution.content, Role.contentStart, Role.content);
  paint(attribution.source ?? [], Role.sourceStart, Role.source);
  return roles;
}

function trainRoles(train: Prepared[], epochs: number): { single: Float64Array; pair: Float64Array } {
  const weights = { single: new Float64Array(SINGLE_WEIGHTS), pair: new Float64Array(PAIR_WEIGHTS) };
  const sums = { single: new Float64Array(SINGLE_WEIGHTS), pair: new Float64Array(PAIR_WEIGHTS) };
  const counts = countRoleFeatures(train);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    let all = 0;
    for (const { view, cues } of train)
      for (const [at, attribution] of cues) {
        const features = roleFeatures(view, at);
        const gold = goldRoles(view, features, attribution);
        const guess = decodeLinear(features, weights);
        all += gold.length;
        step++;
        let same = true;
        for (let i = 0; i < gold.length; i++)
          if (gold[i] !== guess[i]) {
            wrong++;
            same = false;
          }
        if (same) continue;
        const change = (by: number) => (pair: boolean, slot: number) => {
          const name = pair ? 'pair' : 'single';
          if (!pair && counts[Math.floor(slot / ROLES)]! < RARE) return;
          weights[name][slot]! += by;
          sums[name][slot]! += by * step;
        };
        forEachWeight(features, gold, change(1));
        forEachWeight(features, guess, change(-1));
      }
    console.log(`roles, epoch ${epoch + 1}: ${((100 * wrong) / all).toFixed(2)} % of tokens wrong`);
  }
  const average = (name: 'single' | 'pair') => weights[name].map((weight, slot) => weight - sums[name][slot]! / step);
  return { single: average('single'), pair: average('pair') };
}

interface Judgeable {
  features: Int32Array;
  right: boolean;
}

/** Attributions as found by models that didn't see these texts, and whether each is one. */
function judgeable(texts: Prepared[], model: Pick<AttributionModel, 'cue' | 'roles'>): Judgeable[] {
  const features = new Int32Array(CUE_FEATURES);
  const found: Judgeable[] = [];
  for (const { view, cues } of texts)
    for (let at = 0; at < view.tokens.count; at++) {
      if (!cueWords.has(view.tokens.lower[at]!)) continue;
      const judged = judgeCue(view, model, at, features);
      if (!judged) continue;
      const { attribution, signs } = judged;
      const gold = cues.get(at);
      const right = gold !== undefined && overlaps(view, attribution.content, gold);
      found.push({ features: verdictFeatures(view, attribution, signs).slice(), right });
    }
  return found;
}

/** Half of each content at least lies in the other. */
function overlaps(view: TextView, content: [number, number][], gold: GoldAttribution): boolean {
  const mine = content
    .flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))
    .filter((at) => view.tokens.kind[at] !== 0);
  const marks = mask(view, gold.content);
  const sentence = view.pass.sentenceOfToken[content[0]![0]]!;
  let theirs = 0;
  for (let at = view.pass.first[sentence]!; at < view.pass.first[sentence + 1]!; at++)
    if (view.tokens.kind[at] !== 0) theirs += marks[at]!;
  const shared = mine.filter((at) => marks[at]).length;
  return shared * 2 >= mine.length && shared * 2 >= theirs && shared > 0;
}

function trainVerdict(cases: Judgeable[]): Float64Array {
  const weights = new Float64Array(VERDICT_SLOTS);
  const squares = new Float64Array(VERDICT_SLOTS).fill(1e-6);
  console.log(`verdict: ${cases.length} cases, ${cases.filter((c) => c.right).length} right`);
  for (let epoch = 0; epoch < 5; epoch++)
    for (const { features, right } of cases) {
      let sum = 0;
      for (const feature of features) sum += weights[feature]!;
      const error = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
      for (const feature of features) {
        const gradient = error + 1e-4 * weights[feature]!;
        squares[feature]! += gradient * gradient;
        weights[feature]! -= (0.05 * gradient) / Math.sqrt(squares[feature]!);
      }
    }
  return weights;
}

/** Scores on the development part with the weights as stored. */
async function report(): Promise<void> {
  const { score, table } = await import(new URL(`${data}/attribution/score.mjs`, `file://${process.cwd()}/`).href);
  const dev = read('dev');
  const model = {
    cueWords,
    cue: weightColumn(stored, 'cue'),
    cueSums: new FeatureSums(weightColumn(stored, 'cue'), CUE_TABLE, 1),
    roles: roleModel(weightColumn(stored, 'single'), weightColumn(stored, 'pair'), new RoleNet(trained.all)),
    verdict: weightColumn(stored, 'verdict'),
  };
  for (const threshold of [THRESHOLD, 0.25, 0.3]) {
    const predictions = Object.fromEntries(dev.map((gold) => [gold.id, predict(gold, { ...model, threshold })]));
    console.log(`threshold ${threshold}\n${table(score(dev, predictions))}`);
  }
}

function predict(gold: GoldText, model: Parameters<typeof extractAttributions>[1]): object {
  const view = viewText(gold.text);
  const span = (from: number, to: number): GoldSpan => [view.tokens.start[from]!, view.tokens.end[to - 1]!, ''];
  const attributions = extractAttributions(view, model).map((a) => ({
    source: a.sourceFrom < 0 ? null : [span(a.sourceFrom, a.sourceTo)],
    cue: [span(a.cue, a.cue + 1)],
    content: a.content.map(([from, to]) => span(from, to)),
  }));
  return { id: gold.id, attributions };
}
