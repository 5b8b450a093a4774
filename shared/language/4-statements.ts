import type { FoundAttribution } from './3-attribution.ts';
import { type Candidate, findCandidates } from './4-statements/candidates.ts';
import { heaviestReasons } from './4-statements/explain.ts';
import { CLUSTER_NAMES, HIT_NAMES } from './4-statements/feature-codes.ts';
import { FeatureList } from './4-statements/feature-list.ts';
import { HOWS, How } from './4-statements/holders.ts';
import type { IssueIndex } from './4-statements/issue-index.ts';
import { KINDS } from './4-statements/issue-kinds.ts';
import { type StatementModel, statementModel } from './4-statements/model.ts';
import { relationFeatures } from './4-statements/relation-features.ts';
import type { SentenceView } from './4-statements/sentence-view.ts';
import { type FirstLook, mostSettled, settleFeatures } from './4-statements/settle.ts';
import { STANCES, stanceFeatures } from './4-statements/stance-features.ts';
import type { Context } from './context.ts';
import { hashOf } from './hashing.ts';
import type { Reason, Span, Statement, Voice } from './tags.ts';

/** How many reasons a statement shows: half for itself, half for its stance. */
const SHOWN_REASONS = 8;
/** A confidence has six digits. */
const MILLION = 1e6;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

// Features of one judgement after another: lists that have grown once needn't grow again.
const relations = new FeatureList({ words: true });
const stances = new FeatureList({ vector: true });
const shownRelations = new FeatureList({ vector: true });

/** Finds who holds what on which issue. The actor's name, kind or side play no part: the words decide. */
export function findStatements(context: Context, attributions: readonly FoundAttribution[]): Statement[] {
  const model = statementModel();
  const { index, candidates } = findCandidates(context, attributions);
  const looks = candidates.map((candidate) => firstLook(context, index, candidate, model));
  const statements: Statement[] = [];
  const sums = new Float64Array(STANCES.length);
  const stancesOf = (at: number, issue: number, features: Float64Array) => {
    if (sigmoid(mostSettled(model.settle, features)) < model.threshold) return null;
    stances.clear();
    stanceFeatures(context, index, candidates[at]!, issue, stances);
    model.sums.stance.sum(stances, sums);
    const { view, local } = candidates[at]!;
    model.stanceVectors.addKind(context, view, local[issue]!, index.kind[issue]!, sums);
    return softmax(sums);
  };
  settleFeatures(looks, index.issues.length, stancesOf, (at, issue, features, chances) => {
    let sum = 0;
    for (let f = 0; f < features.length; f++) sum += model.settle[f]! * features[f]!;
    const chance = sigmoid(sum);
    if (chance * Math.max(...chances) < model.threshold) return;
    statements.push(makeStatement(context, index, candidates[at]!, issue, chance, chances, model));
  });
  return statements.sort((a, b) => a.sentence - b.sentence);
}

function firstLook(context: Context, index: IssueIndex, candidate: Candidate, model: StatementModel): FirstLook {
  const { sentence, actor, how } = candidate.holder;
  const odds = model.words.sum(context, index, candidate);
  const sums = new Float64Array(1);
  for (let issue = 0; issue < odds.length; issue++) {
    relations.clear();
    relationFeatures(context, index, candidate, issue, relations);
    model.sums.relation.sum(relations, sums);
    odds[issue]! += sums[0]!;
  }
  return { sentence, actor, how, odds };
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
  const { tokens, codebook } = context;
  const stance = chances.indexOf(Math.max(...chances));
  const { start, end } = evidenceSpan(context, holder.scope, view.from, holder.sentence);
  return {
    start,
    end,
    sentence: holder.sentence,
    actor: codebook.actors[holder.actor]!.id,
    issue: index.issues[issue]!.id,
    stance: STANCES[stance]!,
    voice: voiceOf(holder.quoted, holder.how),
    cue: holder.cue < 0 ? null : { start: tokens.start[holder.cue]!, end: tokens.end[holder.cue]! },
    rule: RULES[holder.how]!,
    confidence: calibrate(chance * chances[stance]!, model),
    reasons: explain(context, index, candidate, issue, stance, model),
  };
}

const RULES = HOWS.map((how) => `statement.${how}`);

function softmax(sums: Float64Array): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < sums.length; s++) top = Math.max(top, sums[s]!);
  const raised: number[] = [];
  let total = 0;
  for (let s = 0; s < sums.length; s++) {
    raised.push(Math.exp(sums[s]! - top));
    total += raised[s]!;
  }
  return raised.map((value) => value / total);
}

/** Rounded, so that no confidence tells in which order its features were summed. */
function calibrate(chance: number, { calibration }: StatementModel): number {
  const bounded = Math.max(1e-6, Math.min(1 - 1e-6, chance));
  const confidence = sigmoid(calibration.slope * Math.log(bounded / (1 - bounded)) + calibration.offset);
  return Math.round(confidence * MILLION) / MILLION;
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

/** The features that weighed most, for the statement and for its stance (`stances` lists those) against the other stances. */
function explain(
  context: Context,
  index: IssueIndex,
  candidate: Candidate,
  issue: number,
  stance: number,
  model: StatementModel,
): Reason[] {
  shownRelations.clear();
  relationFeatures(context, index, candidate, issue, shownRelations);
  const textOf = (hash: number) => textOfHash(candidate.view, index.issues[issue]!.id, hash);
  const half = SHOWN_REASONS / 2;
  const reasons: Reason[] = [];
  heaviestReasons(shownRelations, model.sums.relation, 0, half, 'statement', textOf, reasons);
  heaviestReasons(stances, model.sums.stance, stance, half, STANCES[stance]!, textOf, reasons);
  return reasons;
}

const FIXED_TEXTS = new Map([...KINDS, ...CLUSTER_NAMES, ...HIT_NAMES].map((text) => [hashOf(text), text]));

/** The text of a hash among a feature's parts: a stem of the sentence, the issue, or one of the fixed ones. */
function textOfHash({ stems, stemHash }: SentenceView, issue: string, hash: number): string {
  const at = stemHash.indexOf(hash);
  return at >= 0 ? stems[at]! : (FIXED_TEXTS.get(hash) ?? issue);
}
