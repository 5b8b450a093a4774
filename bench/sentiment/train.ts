import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { logSoftmax } from '../../shared/language/5-tone/softmax.ts';
import { blend, meanLogits, type ToneBlend, type ToneDomain } from '../../shared/language/5-tone/tone-model.ts';
import { articleTones } from './article-tones.ts';
import { disputeExamples, foldOf, macroF1, newsExamples, type ToneExample } from './examples.ts';
import { toneLessons } from './lessons.ts';
import { packModel, packNets } from './pack-model.ts';
import { readerLabels } from './reader-labels.ts';
import { type LinearWeights, linearLogits, prepare, trainLinear } from './train-linear.ts';
import { type NetExample, trainNets } from './train-net.ts';
import { valenceTable } from './valence-table.ts';

const root = join(import.meta.dirname, '..', '..');
const stanceSets = ['dev-jd', 'dev-jd-2', 'dev-harbour', 'dev-tram'];
/** Coded coverage of disputes, of which there is less, counts so many times. */
const disputeWeight = 2;
/** One network: two were no better. */
const newsNets = { epochs: 12, seeds: [1] };
/** For the linear model: the reader agrees with the crowd on four labels in five to nine in ten. */
const readerWeight = 0.5;
/** Half the folds of the rest, since it is asked of so few. */
const disputeNets = { epochs: 7, seeds: [1], folds: 5 };
const lessonsFolder = join(import.meta.dirname, 'lessons');
const readLessons = (file: string) => toneLessons(readFileSync(join(lessonsFolder, file), 'utf8'), disputeWeight);

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

/** Mean negative logarithm of what came true. */
const lossOf = (judged: Judged[], domain: ToneBlend) =>
  judged.reduce((sum, { label, linear, net }) => sum - Math.log(blend(domain, linear, net)[label]! + 1e-9), 0) /
  judged.length;

/** The share of the network whose probabilities fit best what came true, each share with the shift and temperature that suit it. */
function fitShareByLoss(judged: Judged[]): ToneBlend {
  const shifts = steps(-2, 1, 0.25);
  const lowest = (netShare: number) =>
    Math.min(
      ...[0.8, 1, 1.2, 1.5, 1.8].flatMap((temperature) =>
        shifts.flatMap((negative) =>
          shifts.map((positive) => lossOf(judged, { netShare, bias: [negative, 0, positive], temperature })),
        ),
      ),
    );
  const shares = steps(0, 1, 0.1).map((netShare) => Math.round(netShare * 10) / 10);
  return plain(shares[best(shares.map((share) => -lowest(share)))]!);
}

/** The shift of negative and positive against neutral that serves a domain's share of neutral sentences best. */
function fitBias(judged: Judged[], { netShare }: ToneBlend): ToneBlend {
  let found = { domain: plain(netShare), reached: 0 };
  for (const negative of steps(-2, 2, 0.1)) {
    for (const positive of steps(-2, 2, 0.1)) {
      const domain = { ...plain(netShare), bias: [negative, 0, positive].map((value) => Math.round(value * 10) / 10) };
      const reached = score(judged, domain);
      if (reached > found.reached) found = { domain, reached };
    }
  }
  return found.domain;
}

/** The temperature at which the probabilities fit best what came true (Guo et al. 2017), which changes no label: the shift is scaled with it. */
function fitTemperature(judged: Judged[], { netShare, bias }: ToneBlend): ToneBlend {
  const at = (temperature: number): ToneBlend => ({
    netShare,
    bias: bias.map((shift) => Math.round((shift / temperature) * 1e4) / 1e4),
    temperature: Math.round(temperature * 10) / 10,
  });
  const tried = steps(0.5, 3, 0.1).map(at);
  return tried[best(tried.map((domain) => -lossOf(judged, domain)))]!;
}

type Trained = Awaited<ReturnType<typeof trainNets>>;

interface NetworksOptions extends Pick<Parameters<typeof trainNets>[1], 'python' | 'valence' | 'folder'> {
  train: ToneExample[];
  /** Labelled by the reader: learnt from beside the crowd's. */
  reader: ToneExample[];
  /** Asked, and learnt from by none. */
  dev: ToneExample[];
  disputes: ToneExample[];
  /** Of news. */
  folds: number;
}

/** What the networks say of each example by those that did not learn from it, as logarithms, and the weights of those that learnt from all. */
async function networks({ train, reader, dev, disputes, folds, ...kept }: NetworksOptions) {
  const forNews = [
    ...train.map((each): NetExample => ({ ...each, fold: foldOf(each.group) % folds })),
    ...dev.map((each): NetExample => ({ ...each, fold: 'never' })),
    ...reader.map((each): NetExample => ({ ...each, fold: foldOf(each.group) % folds, byReader: true })),
  ];
  const netDisputes = disputes.map((each): NetExample => ({ ...each, fold: foldOf(each.group) % disputeNets.folds }));
  const lessons = [...readdirSync(lessonsFolder).sort().flatMap(readLessons), ...articleTones()];
  const forDisputes = [
    ...Array.from({ length: disputeWeight }, () => netDisputes).flat(),
    ...lessons.map((each): NetExample => ({ ...each, fold: 'always' })),
  ];
  const news = await trainNets(forNews, { ...newsNets, ...kept, folds });
  const dispute = await trainNets(forDisputes, { ...disputeNets, ...kept });
  const said = (examples: ToneExample[], { logits }: Trained) =>
    examples.map((each, at) => [each, logSoftmax(meanLogits(logits[at]!))] as const);
  return {
    byNet: new Map([...said([...train, ...dev], news), ...said(disputes, dispute)]),
    weights: { news: news.weights, dispute: dispute.weights },
  };
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
  const disputes = stanceSets.flatMap((name) => disputeExamples(join(data, 'stance', `${name}.jsonl`), disputeWeight));
  // More of them gave the linear model nothing.
  const lessons = readLessons('single-targets.txt');
  const reader = readerLabels(data, readerWeight);
  const { byNet, weights } = await networks({ train, reader, dev, disputes, folds, python, valence, folder: nets });
  const apart = [...disputes, ...lessons, ...reader];
  const prepared = new Map([
    ...[...train, ...dev].map((each) => [each, prepare(each, false, valence)] as const),
    ...apart.map((each) => [each, prepare(each, true, valence)] as const),
  ]);
  const learnWithout = (fold: number | null): Record<ToneDomain, LinearWeights> => {
    const learnt = (examples: ToneExample[]) => examples.filter((each) => foldOfGroup(each) !== fold);
    const learn = (examples: ToneExample[]) => trainLinear(examples.map((each) => prepared.get(each)!));
    return {
      news: learn(learnt([...train, ...reader])),
      dispute: learn([...learnt([...train, ...disputes]), ...lessons]),
    };
  };
  const linears = Array.from({ length: folds }, (_, fold) => learnWithout(fold));
  const linear = learnWithout(null);
  const judge = (examples: ToneExample[], by: (example: ToneExample) => LinearWeights): Judged[] =>
    examples.map((each) => {
      const byLinear = logSoftmax([...linearLogits(by(each), prepared.get(each)!)]);
      return { label: each.label, linear: byLinear, net: byNet.get(each)! };
    });

  const judgedNews = judge(train, (each) => linears[foldOfGroup(each)]!.news);
  const judgedDisputes = judge(disputes, (each) => linears[foldOfGroup(each)]!.dispute);
  const domains = {
    news: fitTemperature(judgedNews, fitShare(judgedNews)),
    dispute: fitTemperature(judgedDisputes, fitBias(judgedDisputes, fitShareByLoss(judgedDisputes))),
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
  writeFileSync(join(output, 'tone-nets-news.bin'), packNets('news', weights.news));
  writeFileSync(join(output, 'tone-nets-dispute.bin'), packNets('dispute', weights.dispute));
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
