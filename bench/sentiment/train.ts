import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { logSoftmax } from '../../shared/language/5-tone/softmax.ts';
import { blend, meanLogits, type ToneBlend, type ToneDomain } from '../../shared/language/5-tone/tone-model.ts';
import { disputeExamples, foldOf, macroF1, newsExamples, type ToneExample } from './examples.ts';
import { toneLessons } from './lessons.ts';
import { packModel, packNets } from './pack-model.ts';
import { type LinearWeights, linearLogits, prepare, trainLinear } from './train-linear.ts';
import { type NetExample, trainNets } from './train-net.ts';
import { valenceTable } from './valence-table.ts';

const root = join(import.meta.dirname, '..', '..');
const stanceSets = ['dev-jd', 'dev-jd-2', 'dev-harbour', 'dev-tram'];
/** Coverage of disputes, of which there is less, counts so many times in the linear model. */
const disputeWeight = 2;

/** The two models' logarithms of an example they did not learn from. */
interface Judged {
  label: number;
  linear: number[];
  net: number[];
}

const best = (values: number[]) => values.indexOf(Math.max(...values));
const score = (judged: Judged[], domain: ToneBlend) =>
  macroF1(judged.map(({ label, linear, net }) => [label, best(blend(domain, linear, net))]));

const steps = (from: number, to: number, by: number) =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, step) => from + step * by);
const plain = (netShare: number): ToneBlend => ({ netShare, bias: [0, 0, 0], temperature: 1 });

/** The share of the network that scores best; neighbours are asked, too, so that none wins by luck. */
function fitShare(judged: Judged[]): ToneBlend {
  const tried = steps(0, 1, 0.1).map((netShare) => plain(Math.round(netShare * 10) / 10));
  const reached = tried.map((domain) => score(judged, domain));
  const smoothed = reached.map((each, at) => each + ((reached[at - 1] ?? each) + (reached[at + 1] ?? each)) / 2);
  return tried[best(smoothed)]!;
}

/** The shift of negative and positive against neutral that serves a domain's share of neutral sentences best; without the network. */
function fitBias(judged: Judged[]): ToneBlend {
  let found = { domain: plain(0), reached: 0 };
  for (const negative of steps(-2, 2, 0.1)) {
    for (const positive of steps(-2, 2, 0.1)) {
      const domain = { ...plain(0), bias: [negative, 0, positive].map((value) => Math.round(value * 10) / 10) };
      const reached = score(judged, domain);
      if (reached > found.reached) found = { domain, reached };
    }
  }
  return found.domain;
}

/** The temperature at which the probabilities fit best what came true (Guo et al. 2017). */
function fitTemperature(judged: Judged[], domain: ToneBlend): ToneBlend {
  const loss = (temperature: number) =>
    judged.reduce(
      (sum, { label, linear, net }) => sum - Math.log(blend({ ...domain, temperature }, linear, net)[label]! + 1e-9),
      0,
    );
  const temperature = steps(0.5, 3, 0.1).reduce((lowest, each) => (loss(each) < loss(lowest) ? each : lowest));
  return { ...domain, temperature: Math.round(temperature * 10) / 10 };
}

interface Options {
  data: string;
  folds: number;
  python: string;
  nets: string;
  output: string;
}

async function train({ data, folds, python, nets, output }: Options): Promise<void> {
  const valence = valenceTable();
  const foldOfGroup = ({ group }: ToneExample) => foldOf(group) % folds;
  const news = (name: string) => newsExamples(join(data, 'sentiment', `${name}.jsonl`));
  const train = news('train');
  const devSets = ['dev-mt', 'dev-rw'].map((name) => ({ name, examples: news(name) }));
  const dev = devSets.flatMap(({ examples }) => examples);
  const forNet = [
    ...train.map((each): NetExample => ({ ...each, fold: foldOfGroup(each) })),
    ...dev.map((each): NetExample => ({ ...each, fold: 'never' })),
  ];
  const { logits, weights } = await trainNets(forNet, { folds, python, valence, folder: nets });
  const byNet = new Map([...train, ...dev].map((each, at) => [each, logSoftmax(meanLogits(logits[at]!))]));

  const disputes = stanceSets.flatMap((name) => disputeExamples(join(data, 'stance', `${name}.jsonl`), disputeWeight));
  const lessons = toneLessons(readFileSync(join(import.meta.dirname, 'lessons.txt'), 'utf8'), disputeWeight);
  const isOfDispute = new Set([...disputes, ...lessons]);
  const prepared = new Map(
    [...train, ...dev, ...disputes, ...lessons].map((each) => [each, prepare(each, isOfDispute.has(each), valence)]),
  );
  const learnWithout = (fold: number | null): Record<ToneDomain, LinearWeights> => {
    const learnt = (examples: ToneExample[]) => examples.filter((each) => foldOfGroup(each) !== fold);
    const learn = (examples: ToneExample[]) => trainLinear(examples.map((each) => prepared.get(each)!));
    return { news: learn(learnt(train)), dispute: learn([...learnt([...train, ...disputes]), ...lessons]) };
  };
  const linears = Array.from({ length: folds }, (_, fold) => learnWithout(fold));
  const linear = learnWithout(null);
  const judge = (examples: ToneExample[], by: (example: ToneExample) => LinearWeights): Judged[] =>
    examples.map((each) => {
      const byLinear = logSoftmax([...linearLogits(by(each), prepared.get(each)!)]);
      return { label: each.label, linear: byLinear, net: byNet.get(each) ?? byLinear };
    });

  const judgedNews = judge(train, (each) => linears[foldOfGroup(each)]!.news);
  const judgedDisputes = judge(disputes, (each) => linears[foldOfGroup(each)]!.dispute);
  const domains = {
    news: fitTemperature(judgedNews, fitShare(judgedNews)),
    dispute: fitTemperature(judgedDisputes, fitBias(judgedDisputes)),
  };
  const report = (name: string, judged: Judged[], domain: ToneBlend) => {
    const of = [plain(0), plain(1), domain].map((each) => score(judged, each).toFixed(4));
    console.log(`${name}: linear ${of[0]}, network ${of[1]}, as shipped ${of[2]} (n ${judged.length})`);
  };
  console.log(`macro-F1, ${folds} folds by source; ${JSON.stringify(domains)}`);
  report('news', judgedNews, domains.news);
  report('disputes', judgedDisputes, domains.dispute);
  for (const { name, examples } of devSets)
    report(
      name,
      judge(examples, () => linear.news),
      domains.news,
    );
  writeFileSync(join(output, 'tone.bin'), packModel(linear, valence, domains));
  writeFileSync(join(output, 'tone-nets.bin'), packNets(weights));
}

new Command('node --import tsx bench/sentiment/train.ts')
  .description('trains the tone model: grouped cross-validation first, then the shipped weights from all of it')
  .option('--data <folder>', 'folder of the benchmarks', join(root, '..', 'shared', 'bench'))
  .option('--folds <n>', 'folds of the cross-validation', Number, 10)
  .option('--python <path>', 'a python with what bench/sentiment/requirements.txt names', 'python3')
  .option(
    '--nets <folder>',
    'keeps what the networks gave, for the next run with the same examples',
    join(tmpdir(), 'tone-nets'),
  )
  .option('--output <folder>', 'where to write the weights', join(root, 'shared', 'language', 'model'))
  .action(train)
  .parseAsync();
