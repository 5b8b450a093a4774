import type { FoundAttribution } from './3-attribution.ts';
import { type Candidate, findCandidates } from './4-statements/candidates.ts';
import { ReasonSink, SummingSink } from './4-statements/feature-sinks.ts';
import { HOWS, How } from './4-statements/holders.ts';
import type { IssueIndex } from './4-statements/issue-index.ts';
import { type StatementModel, statementModel } from './4-statements/model.ts';
import { relationFeatures } from './4-statements/relation-features.ts';
import { type FirstLook, settleFeatures } from './4-statements/settle.ts';
import { STANCES, stanceFeatures } from './4-statements/stance-features.ts';
import type { Context } from './context.ts';
import type { Reason, Span, Statement, Voice } from './tags.ts';

/** Names of the sums in `SummingSink` and how many reasons a statement shows. */
const SHOWN_REASONS = 8;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Finds who holds what on which issue. The actor's name, kind or side play no part: the words decide. */
export function findStatements(context: Context, attributions: readonly FoundAttribution[]): Statement[] {
  const model = statementModel();
  const { index, candidates } = findCandidates(context, attributions);
  const looks = candidates.map((candidate) => firstLook(context, index, candidate, model));
  const statements: Statement[] = [];
  settleFeatures(looks, index.issues.length, (at, issue, features) => {
    let sum = 0;
    for (let f = 0; f < features.length; f++) sum += model.settle[f]! * features[f]!;
    const chance = sigmoid(sum);
    // No stance can make it likelier: most pairs need no look at theirs.
    if (chance < model.threshold) return;
    const stances = stanceChances(context, index, candidates[at]!, issue, model);
    if (chance * Math.max(...stances) >= model.threshold)
      statements.push(makeStatement(context, index, candidates[at]!, issue, chance, stances, model));
  });
  return statements.sort((a, b) => a.sentence - b.sentence);
}

function firstLook(context: Context, index: IssueIndex, candidate: Candidate, model: StatementModel): FirstLook {
  const { holder, view, evidence, thread, holders } = candidate;
  const words = model.words.sum(context, index, candidate);
  const odds = words.map((sum, issue) => {
    const sink = new SummingSink([model.relation], true);
    relationFeatures(context, index, view, holder, evidence, thread, holders, issue, sink);
    return sum + sink.sums[0]!;
  });
  return { sentence: holder.sentence, actor: holder.actor, how: holder.how, odds };
}

/** Probability of each stance, given that there is a statement. */
function stanceChances(
  context: Context,
  index: IssueIndex,
  { holder, view, evidence }: Candidate,
  issue: number,
  model: StatementModel,
): number[] {
  const sink = new SummingSink(model.stance);
  stanceFeatures(context, index, view, holder, evidence, issue, sink);
  return softmax(sink.sums);
}

function makeStatement(
  context: Context,
  index: IssueIndex,
  candidate: Candidate,
  issue: number,
  chance: number,
  chances: number[],
  model: StatementModel,
): Statement {
  const { holder, view } = candidate;
  const stance = chances.indexOf(Math.max(...chances));
  return {
    ...evidenceSpan(context, holder.scope, view.from, holder.sentence),
    sentence: holder.sentence,
    actor: context.codebook.actors[holder.actor]!.id,
    issue: index.issues[issue]!.id,
    stance: STANCES[stance]!,
    voice: voiceOf(holder.quoted, holder.how),
    cue: holder.cue < 0 ? null : { start: context.tokens.start[holder.cue]!, end: context.tokens.end[holder.cue]! },
    rule: `statement.${HOWS[holder.how]}`,
    confidence: calibrate(chance * chances[stance]!, model),
    reasons: explain(context, index, candidate, issue, stance, model),
  };
}

function softmax(sums: Float64Array): number[] {
  const top = Math.max(...sums);
  const raised = Array.from(sums, (sum) => Math.exp(sum - top));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / total);
}

function calibrate(chance: number, { calibration }: StatementModel): number {
  const bounded = Math.max(1e-6, Math.min(1 - 1e-6, chance));
  return sigmoid(calibration.slope * Math.log(bounded / (1 - bounded)) + calibration.offset);
}

/** Quoted words are direct; what an actor does, with no cue of speech, is an action; the rest is reported. */
function voiceOf(quoted: boolean, how: number): Voice {
  if (quoted) return 'direct';
  return how === How.subject || how === How.mentioned || how === How.pronoun ? 'action' : 'indirect';
}

/** From the first to the last token of the scope; the whole sentence where it is empty. */
function evidenceSpan({ tokens, pass }: Context, scope: Uint8Array, from: number, sentence: number): Span {
  const first = scope.indexOf(1);
  if (first < 0) return { start: pass.sentences[sentence]!.start, end: pass.sentences[sentence]!.end };
  return { start: tokens.start[from + first]!, end: tokens.end[from + scope.lastIndexOf(1)]! };
}

/** The features that weighed most, for the statement and for its stance against the other stances. */
function explain(
  context: Context,
  index: IssueIndex,
  { holder, view, evidence, thread, holders }: Candidate,
  issue: number,
  stance: number,
  model: StatementModel,
): Reason[] {
  const relation = new ReasonSink((slot) => model.relation.at(slot)!);
  relationFeatures(context, index, view, holder, evidence, thread, holders, issue, relation);
  const way = new ReasonSink(
    (slot) =>
      model.stance[stance]!.at(slot)! -
      model.stance.reduce((sum, row, s) => sum + (s === stance ? 0 : row.at(slot)!), 0) / 2,
  );
  stanceFeatures(context, index, view, holder, evidence, issue, way);
  const heaviest = (reasons: Reason[], label: string) =>
    [...reasons]
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, SHOWN_REASONS / 2)
      .map(({ feature, weight }) => ({ feature: `${label}: ${feature}`, weight: Number(weight.toFixed(3)) }));
  return [...heaviest(relation.reasons, 'statement'), ...heaviest(way.reasons, STANCES[stance]!)];
}
