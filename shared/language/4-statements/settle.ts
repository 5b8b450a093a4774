import { How } from './holders.ts';

/** One candidate's first judgement: the log-odds of a statement on each issue. */
export interface FirstLook {
  sentence: number;
  actor: number;
  how: number;
  odds: Float64Array;
}

const HOW_COUNT = 6;
const STANCE_AT = 34 + HOW_COUNT;
/** Between what values the features of the stance lie: see `fillStances`. */
const STANCE_RANGES = [
  [1 / 3, 1],
  [-Math.log(3), 0],
  [0, 1],
  [0, 1],
  [0, 1],
] as const;
/** More than the rounding of any sum of features. */
const MARGIN = 1e-6;
/** Number of features of the second look. */
export const SETTLE_FEATURES = STANCE_AT + STANCE_RANGES.length;
/** Below this chance at the first look there is no second. */
const LEAST = 0.06;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const clip = (x: number) => Math.max(-5, Math.min(5, x)) / 3;

/**
 * Features of the second look, which sees what the first thought of the other issues, of the other actors of the
 * sentence, and of the sentences around: a passage mostly keeps to its subject, and a subject rarely has two names. It
 * sees the stance, too: words that point no way are rarely a statement. Calls `visit` with the features of each candidate
 * and issue that the first look leaves a chance, and the chances of its stances by `stancesOf`, which sees all features but
 * those of the stance and returns null where the stance doesn't matter: then there is no visit. The array is used again.
 */
export function settleFeatures(
  looks: readonly FirstLook[],
  issues: number,
  stancesOf: (look: number, issue: number, features: Float64Array) => number[] | null,
  visit: (look: number, issue: number, features: Float64Array, stances: number[]) => void,
): void {
  const around = new Around(looks, issues);
  const features = new Float64Array(SETTLE_FEATURES);
  for (let look = 0; look < looks.length; look++)
    for (let issue = 0; issue < issues; issue++) {
      if (sigmoid(looks[look]!.odds[issue]!) < LEAST) continue;
      fill(features, looks[look]!, issue, around);
      const stances = stancesOf(look, issue, features);
      if (stances === null) continue;
      fillStances(features, stances);
      visit(look, issue, features, stances);
    }
}

/** What the features of a candidate and issue sum up to at the most, whatever its stance. */
export function mostSettled(weights: readonly number[], features: Float64Array): number {
  let sum = MARGIN;
  for (let f = 0; f < STANCE_AT; f++) sum += weights[f]! * features[f]!;
  for (let n = 0; n < STANCE_RANGES.length; n++) {
    const weight = weights[STANCE_AT + n]!;
    sum += weight * STANCE_RANGES[n]![weight > 0 ? 1 : 0];
  }
  return sum;
}

/** How sure the stance is: its chance, the spread of the three (negative entropy, in nats), and each of them. */
function fillStances(features: Float64Array, chances: readonly number[]): void {
  let most = 0;
  let spread = 0;
  for (let s = 0; s < chances.length; s++) {
    const chance = chances[s]!;
    most = Math.max(most, chance);
    spread += chance * Math.log(chance + 1e-9);
    features[STANCE_AT + 2 + s] = chance;
  }
  features[STANCE_AT] = most;
  features[STANCE_AT + 1] = spread;
}

/** What the first looks say of each sentence and of the article. */
class Around {
  /** Highest chance of each issue in each sentence, and of any. */
  private readonly best: Float64Array[] = [];
  private readonly highest: number[] = [];
  readonly article: Float64Array;
  private readonly bySentence: { actor: number; chances: Float64Array }[][] = [];

  constructor(looks: readonly FirstLook[], issues: number) {
    this.article = new Float64Array(issues);
    for (const { sentence, actor, odds } of looks) {
      const chances = new Float64Array(issues);
      this.bySentence[sentence] ??= [];
      this.bySentence[sentence].push({ actor, chances });
      this.best[sentence] ??= new Float64Array(issues);
      const best = this.best[sentence];
      for (let i = 0; i < issues; i++) {
        chances[i] = sigmoid(odds[i]!);
        best[i] = Math.max(best[i]!, chances[i]!);
        this.article[i]! += chances[i]!;
        this.highest[sentence] = Math.max(this.highest[sentence] ?? 0, chances[i]!);
      }
    }
  }

  /** Number of candidates of a sentence. */
  countIn(sentence: number): number {
    return this.bySentence[sentence]?.length ?? 0;
  }

  /** Highest chance of an issue in a sentence, 0 without candidates. */
  bestIn(sentence: number, issue: number): number {
    return this.best[sentence]?.[issue] ?? 0;
  }

  /** Highest chance of any issue in a sentence. */
  highestIn(sentence: number): number {
    return this.highest[sentence] ?? 0;
  }

  /** Highest chance of an issue in a sentence for the actor, or for any other. */
  chanceOf(sentence: number, issue: number, actor: number, others = false): number {
    let most = 0;
    const looks = this.bySentence[sentence];
    if (looks)
      for (let n = 0; n < looks.length; n++)
        if ((looks[n]!.actor !== actor) === others) most = Math.max(most, looks[n]!.chances[issue]!);
    return most;
  }
}

function fill(features: Float64Array, look: FirstLook, issue: number, around: Around): void {
  const { sentence, odds, how, actor } = look;
  const own = odds[issue]!;
  let rival = -9;
  let rank = 0;
  for (let i = 0; i < odds.length; i++) {
    if (i === issue) continue;
    rival = Math.max(rival, odds[i]!);
    if (odds[i]! > own) rank++;
  }
  const before = around.bestIn(sentence - 1, issue);
  const sameBefore = around.chanceOf(sentence - 1, issue, actor);
  const others = around.chanceOf(sentence, issue, actor, true);
  const lead = before > 0 && before === around.highestIn(sentence - 1) ? 1 : 0;
  const isFirst = rank === 0 ? 1 : 0;
  const count = around.countIn(sentence);
  features[0] = 1;
  features[1] = clip(own);
  features[2] = clip(own - rival);
  features[3] = Math.max(0, clip(rival));
  features[4] = isFirst;
  features[5] = rank === 1 ? 1 : 0;
  features[6] = rank > 2 ? 1 : 0;
  features[7] = before;
  features[8] = around.bestIn(sentence - 2, issue);
  features[9] = around.bestIn(sentence + 1, issue);
  features[10] = sameBefore;
  features[11] = around.chanceOf(sentence - 2, issue, actor);
  features[12] = around.chanceOf(sentence + 1, issue, actor);
  features[13] = others;
  features[14] = Math.min(3, around.article[issue]!) / 3;
  features[15] = lead;
  features[16] = lead * isFirst;
  features[17] = before * isFirst;
  features[18] = sameBefore * isFirst;
  features[19] = before * (rival > 0 ? 1 : 0);
  features[20] = sameBefore * (how === How.quoteGoesOn || how === How.carried ? 1 : 0);
  features[21] = sameBefore * (how === How.said ? 1 : 0);
  features[22] = sameBefore * (how === How.pronoun ? 1 : 0);
  features[23] = before * (how === How.said ? 1 : 0);
  features[24] = before * (how === How.pronoun ? 1 : 0);
  features[25] = others * (how === How.mentioned ? 1 : 0);
  features[26] = clip(own) * (how === How.mentioned ? 1 : 0);
  features[27] = clip(own) * (how === How.carried ? 1 : 0);
  features[28] = clip(own) * (how === How.said ? 1 : 0);
  features[29] = Math.max(0, own) / 3;
  features[30] = count > 1 ? 1 : 0;
  features[31] = count > 2 ? 1 : 0;
  features[32] = Math.max(0, clip(-own));
  features[33] = rival < -1.5 && rank === 0 ? 1 : 0;
  features.fill(0, 34, STANCE_AT);
  features[34 + how] = 1;
}
