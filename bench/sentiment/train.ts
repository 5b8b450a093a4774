import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { runNet, softmax, type ToneNet } from '../../shared/language/5-tone/tone-net.ts';
import { disputeExamples, foldOf, macroF1, newsExamples, type ToneExample } from './examples.ts';
import { type Domain, packModel } from './pack-model.ts';
import { type LinearWeights, linearLogits, type Prepared, prepare, trainLinear } from './train-linear.ts';
import { trainNet } from './train-net.ts';

const root = join(import.meta.dirname, '..', '..');
const stanceSets = ['dev-jd', 'dev-jd-2', 'dev-harbour', 'dev-tram'];
/** Share of the linear model in the mix; 1 without networks. */
const linearShareWithNets = 0.5;

interface Both {
  example: ToneExample;
  prepared: Prepared;
}

interface Models {
  linear: LinearWeights;
  nets: ToneNet[];
}

const both = (examples: ToneExample[]): Both[] => examples.map((example) => ({ example, prepared: prepare(example) }));

function train(examples: Both[], seeds: number[]): Models {
  const nets = seeds.map((seed) =>
    trainNet(
      examples.map(({ example }) => example),
      { seed },
    ),
  );
  return { linear: trainLinear(examples.map(({ prepared }) => prepared)), nets };
}

const logs = (logits: ArrayLike<number>) => softmax(logits).map((probability) => Math.log(probability + 1e-9));

function mixed({ linear, nets }: Models, { example, prepared }: Both): number[] {
  const share = nets.length > 0 ? linearShareWithNets : 1;
  const sum = logs(linearLogits(linear, prepared)).map((value) => value * share);
  for (const net of nets)
    logs(runNet(net, example.window).logits).forEach((value, label) => {
      sum[label] = sum[label]! + (value * (1 - share)) / nets.length;
    });
  return sum;
}

type Scored = [label: number, logs: number[]];
const best = (values: number[]) => values.indexOf(Math.max(...values));
const score = (scored: Scored[], bias = [0, 0, 0]) =>
  macroF1(scored.map(([label, values]) => [label, best(values.map((value, at) => value + bias[at]!))]));

/** The shift of negative and positive against neutral that serves a domain's share of neutral sentences best. */
function fitBias(scored: Scored[]): number[] {
  let found = { bias: [0, 0, 0], reached: score(scored) };
  for (let negative = -1.2; negative <= 1.2; negative += 0.1) {
    for (let positive = -1.2; positive <= 1.2; positive += 0.1) {
      const bias = [negative, 0, positive];
      const reached = score(scored, bias);
      if (reached > found.reached) found = { bias, reached };
    }
  }
  return found.bias.map((value) => Math.round(value * 10) / 10);
}

/** The temperature at which the probabilities fit what came true best (Guo et al. 2017). */
function fitTemperature(scored: Scored[], bias: number[]): number {
  const loss = (temperature: number) =>
    scored.reduce(
      (sum, [label, values]) =>
        sum - Math.log(softmax(values.map((value, at) => value / temperature + bias[at]!))[label]! + 1e-9),
      0,
    );
  const choices = Array.from({ length: 26 }, (_, index) => 0.5 + index * 0.1);
  return choices.reduce((lowest, choice) => (loss(choice) < loss(lowest) ? choice : lowest));
}

/** Out-of-fold scores of the wanted sets: each example is judged by models that did not see its group. */
function crossValidate(news: Both[], disputes: Both[], folds: number, seeds: number[]) {
  const scored = { news: [] as Scored[], dispute: [] as Scored[] };
  for (let fold = 0; fold < folds; fold += 1) {
    const held = ({ example }: Both) => foldOf(example.group) % folds === fold;
    const models = train(
      [...news, ...disputes].filter((each) => !held(each)),
      seeds,
    );
    for (const each of news.filter(held)) scored.news.push([each.example.label, mixed(models, each)]);
    for (const each of disputes.filter(held)) scored.dispute.push([each.example.label, mixed(models, each)]);
    console.log(
      `fold ${fold + 1} of ${folds}: news ${score(scored.news).toFixed(4)} (n ${scored.news.length}), disputes ${score(scored.dispute).toFixed(4)} (n ${scored.dispute.length})`,
    );
  }
  return scored;
}

new Command('node --import tsx bench/sentiment/train.ts')
  .description('trains the tone model: grouped cross-validation first, then the shipped weights from all of it')
  .option('--data <folder>', 'folder of the benchmarks', join(root, '..', 'shared', 'bench'))
  .option('--folds <n>', 'folds of the cross-validation', Number, 10)
  .option('--nets <n>', 'networks in the mix', Number, 1)
  .option('--output <file>', 'model to write', join(root, 'shared', 'language', 'model', 'tone.json'))
  .action(({ data, folds, nets, output }: { data: string; folds: number; nets: number; output: string }) => {
    const seeds = Array.from({ length: nets }, (_, index) => index + 1);
    const news = both(newsExamples(join(data, 'sentiment', 'train.jsonl')));
    const disputes = both(stanceSets.flatMap((name) => disputeExamples(join(data, 'stance', `${name}.jsonl`))));
    const scored = crossValidate(news, disputes, folds, seeds);
    const domain = (each: Scored[], bias: number[]): Domain => ({ bias, temperature: fitTemperature(each, bias) });
    const domains = { news: domain(scored.news, [0, 0, 0]), dispute: domain(scored.dispute, fitBias(scored.dispute)) };
    console.log(`disputes with their bias ${score(scored.dispute, domains.dispute.bias).toFixed(4)}`, domains);
    const models = train([...news, ...disputes], seeds);
    for (const name of ['dev-mt', 'dev-rw']) {
      const held = both(newsExamples(join(data, 'sentiment', `${name}.jsonl`)));
      console.log(`${name} ${score(held.map((each) => [each.example.label, mixed(models, each)])).toFixed(4)}`);
    }
    writeFileSync(output, packModel(models.linear, models.nets, nets > 0 ? linearShareWithNets : 1, domains));
  })
  .parse();
