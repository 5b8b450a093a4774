import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CUE_FEATURES } from '../../shared/language/3-attribution/cues.ts';
import { roleModel } from '../../shared/language/3-attribution/decode-roles.ts';
import {
  CUE_THRESHOLD,
  cueProbability,
  extractAttributions,
  judgeCue,
} from '../../shared/language/3-attribution/extract.ts';
import { type AttributionModel, modelOf } from '../../shared/language/3-attribution/model.ts';
import { RoleNet, relationsTo, roleNetInputs } from '../../shared/language/3-attribution/role-net.ts';
import { roleWindow } from '../../shared/language/3-attribution/roles.ts';
import { verdictFeatures } from '../../shared/language/3-attribution/verdict.ts';
import { quantise, quantisedFile, StepWeights } from '../../shared/language/quantised-weights.ts';
import { viewText } from '../../shared/language/text-view.ts';
import { writeWeightsFile } from '../../shared/language/weights-file.ts';
import { jsonLines, type NewsLine } from '../sentiment/examples.ts';
import { readCodedArticles } from '../stance/coded-articles.ts';
import { type GoldSpan, type GoldText, goldRoles, overlaps, type Prepared, prepare, readGold } from './gold.ts';
import { type Case, trainCues, trainRoles, trainVerdict } from './train-linear.ts';
import { type NetSentence, packNet, trainNets, UNMARKED } from './train-net.ts';

/**
 * Learns the attribution pass from PolNeAR's training part: which words are cues (logistic regression), the roles of the
 * tokens around a cue (averaged perceptron over sequences, and a recurrent network, which tells cues, too), and which of what
 * is found holds (logistic regression over what models of the other half of the texts find). The network learns from what
 * larger ones say of further texts, too. Writes weights, never texts. Takes half an hour on two cores.
 *   npx tsx bench/attribution/train.ts [--data FOLDER WITH THE BENCHMARKS' DATA] [--python PYTHON WITH TORCH] [--nets FOLDER]
 * `--nets`: where the networks are kept, so that they are not trained again.
 */
const { data, python, nets } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench' },
    python: { type: 'string', default: 'python3' },
    nets: { type: 'string', default: join(tmpdir(), 'picketline-attribution') },
  },
}).values;
const THRESHOLD = 0.2;
const ROLE_EPOCHS = 8;
const HALF_EPOCHS = 4;

const { texts: train, cueWords } = prepare([...readGold(data, 'train300'), ...readGold(data, 'train_rest')]);
console.log(`${train.length} texts, ${cueWords.size} cue words`);

const halves = [train.filter((_, i) => i % 2 === 0), train.filter((_, i) => i % 2 === 1)] as const;
/** By models that learnt from the other half only. */
const linear = ([1, 0] as const).map((other) => ({
  cue: stepsOf(trainCues(halves[other], cueWords)),
  roles: trainRoles(halves[other], HALF_EPOCHS),
}));
const sentences = ([0, 1] as const).flatMap((part) =>
  halves[part].flatMap((text) => netSentences(text, part, linear[part]!.cue)),
);
const allCues = trainCues(train, cueWords);
const unmarked = unmarkedTexts().flatMap((text) =>
  netSentences({ view: viewText(text), cues: new Map() }, UNMARKED, stepsOf(allCues)),
);
const trained = await trainNets([...sentences, ...unmarked], { python, kept: nets });
const verdict = trainVerdict(
  ([0, 1] as const).flatMap((part) => {
    const { cue, roles } = linear[part]!;
    const net = new RoleNet(trained.without[part]);
    return judgeable(halves[part], { cue, roles: roleModel(stepsOf(roles.single), stepsOf(roles.pair), net) });
  }),
);
const roles = trainRoles(train, ROLE_EPOCHS);
const net = packNet(trained.all);
const meta = { cueWords: [...cueWords].sort().join(' '), threshold: THRESHOLD, netUnits: net.netUnits };
const quantised = quantisedFile(meta, { cue: allCues, ...roles, verdict });
const stored = { ...quantised, columns: { ...quantised.columns, ...net.columns } };
const bytes = writeWeightsFile(stored);
writeFileSync(new URL('../../shared/language/model/attribution.bin', import.meta.url), bytes);
console.log(`${(bytes.length / 1e3).toFixed(0)} kB`);
await report();

/** News that nobody marked, and invented articles on disputes: the network learns from what larger ones say of them. */
function unmarkedTexts(): string[] {
  const news = jsonLines<NewsLine>(`${data}/sentiment/train.jsonl`);
  return [...readCodedArticles().map(({ article }) => article.text), ...news.map((line) => line.sentence_normalized)];
}

/** Weights as they will be stored. */
function stepsOf(weights: Float64Array): StepWeights {
  const { steps, limit } = quantise(weights);
  return new StepWeights(new Uint8Array(steps.buffer), limit);
}

/** The sentences of a text that have cues, or words that look like one to a linear model which never saw them. */
function netSentences({ view, cues }: Prepared, part: NetSentence['part'], weights: StepWeights): NetSentence[] {
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

/** Attributions as found by models that didn't see these texts, and whether each is one. */
function judgeable(texts: Prepared[], model: Pick<AttributionModel, 'cue' | 'roles'>): Case[] {
  const features = new Int32Array(CUE_FEATURES);
  const found: Case[] = [];
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

/** Scores on the development part with the weights as stored. */
async function report(): Promise<void> {
  const { score, table } = await import(new URL(`${data}/attribution/score.mjs`, `file://${process.cwd()}/`).href);
  const dev = readGold(data, 'dev');
  const model = modelOf(stored);
  for (const threshold of [THRESHOLD, 0.25, 0.3]) {
    const predictions = Object.fromEntries(dev.map((gold) => [gold.id, predict(gold, { ...model, threshold })]));
    console.log(`threshold ${threshold}\n${table(score(dev, predictions))}`);
  }
}

function predict(gold: GoldText, model: AttributionModel): object {
  const view = viewText(gold.text);
  const span = (from: number, to: number): GoldSpan => [view.tokens.start[from]!, view.tokens.end[to - 1]!, ''];
  const attributions = extractAttributions(view, model).map((a) => ({
    source: a.sourceFrom < 0 ? null : [span(a.sourceFrom, a.sourceTo)],
    cue: [span(a.cue, a.cue + 1)],
    content: a.content.map(([from, to]) => span(from, to)),
  }));
  return { id: gold.id, attributions };
}
