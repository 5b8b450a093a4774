import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { softmax } from '../../shared/language/5-tone/softmax.ts';
import { disputeExamples, foldOf, macroF1, newsExamples, type ToneExample } from './examples.ts';
import { type Domain, packModel } from './pack-model.ts';
import { linearLogits, type Prepared, prepare, trainLinear } from './train-linear.ts';

const root = join(import.meta.dirname, '..', '..');
const stanceSets = ['dev-jd', 'dev-jd-2', 'dev-harbour', 'dev-tram'];

/** An example with its features computed, and the source that keeps it in one fold. */
type Grouped = Prepared & { group: string };
type Scored = [label: number, logits: number[]];

const grouped = (examples: ToneExample[]): Grouped[] =>
  examples.map((example) => ({ ...prepare(example), group: example.group }));

const best = (values: number[]) => values.indexOf(Math.max(...values));
const score = (scored: Scored[], bias = [0, 0, 0]) =>
  macroF1(scored.map(([label, values]) => [label, best(values.map((value, at) => value + bias[at]!))]));

/** The shift of negative and positive against neutral that serves a domain's share of neutral sentences best. */
function fitBias(scored: Scored[]): number[] {
  let found = { bias: [0, 0, 0], reached: score(scored) };
  for (let negative = -12; negative <= 12; negative += 1) {
    for (let positive = -12; positive <= 12; positive += 1) {
      const bias = [negative / 10, 0, positive / 10];
      const reached = score(scored, bias);
      if (reached > found.reached) found = { bias, reached };
    }
  }
  return found.bias;
}

/** The temperature at which the probabilities fit best what came true (Guo et al. 2017). */
function fitTemperature(scored: Scored[], bias: number[]): number {
  const loss = (temperature: number) =>
    scored.reduce(
      (sum, [label, values]) =>
        sum - Math.log(softmax(values.map((value, at) => value / temperature + bias[at]!))[label]! + 1e-9),
      0,
    );
  const choices = Array.from({ length: 26 }, (_, index) => (5 + index) / 10);
  return choices.reduce((lowest, choice) => (loss(choice) < loss(lowest) ? choice : lowest));
}

/** Out-of-fold logits: each example is judged by a model that did not see its source. */
function crossValidate(news: Grouped[], disputes: Grouped[], folds: number) {
  const scored = { news: [] as Scored[], dispute: [] as Scored[] };
  for (let fold = 0; fold < folds; fold += 1) {
    const isHeld = ({ group }: Grouped) => foldOf(group) % folds === fold;
    const weights = trainLinear([...news, ...disputes].filter((each) => !isHeld(each)));
    const judged = (each: Grouped): Scored => [each.label, [...linearLogits(weights, each)]];
    scored.news.push(...news.filter(isHeld).map(judged));
    scored.dispute.push(...disputes.filter(isHeld).map(judged));
  }
  return scored;
}

new Command('node --import tsx bench/sentiment/train.ts')
  .description('trains the tone model: grouped cross-validation first, then the shipped weights from all of it')
  .option('--data <folder>', 'folder of the benchmarks', join(root, '..', 'shared', 'bench'))
  .option('--folds <n>', 'folds of the cross-validation', Number, 10)
  .option('--output <file>', 'model to write', join(root, 'shared', 'language', 'model', 'tone.bin'))
  .action(({ data, folds, output }: { data: string; folds: number; output: string }) => {
    const news = grouped(newsExamples(join(data, 'sentiment', 'train.jsonl')));
    const disputes = grouped(stanceSets.flatMap((name) => disputeExamples(join(data, 'stance', `${name}.jsonl`))));
    const scored = crossValidate(news, disputes, folds);
    const domain = (each: Scored[], bias: number[]): Domain => ({ bias, temperature: fitTemperature(each, bias) });
    const domains = { news: domain(scored.news, [0, 0, 0]), dispute: domain(scored.dispute, fitBias(scored.dispute)) };
    console.log(`${folds}-fold macro-F1: news ${score(scored.news).toFixed(4)} (n ${scored.news.length}),`);
    console.log(`  disputes ${score(scored.dispute).toFixed(4)} (n ${scored.dispute.length}),`);
    console.log(`  disputes with the bias fitted on them ${score(scored.dispute, domains.dispute.bias).toFixed(4)}`);
    const weights = trainLinear([...news, ...disputes]);
    for (const name of ['dev-mt', 'dev-rw']) {
      const held = grouped(newsExamples(join(data, 'sentiment', `${name}.jsonl`)));
      const judged = held.map((each): Scored => [each.label, [...linearLogits(weights, each)]]);
      console.log(`  ${name} ${score(judged).toFixed(4)} (n ${judged.length})`);
    }
    writeFileSync(output, packModel(weights, domains));
  })
  .parse();
