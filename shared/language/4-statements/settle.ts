/** One candidate's first judgement: the log-odds of a statement on each issue. */
export interface FirstLook {
  sentence: number;
  actor: number;
  how: number;
  odds: Float64Array;
}

const HOW_COUNT = 6;
/** Number of features of the second look. */
export const SETTLE_FEATURES = 34 + HOW_COUNT;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const clip = (x: number) => Math.max(-5, Math.min(5, x)) / 3;

/**
 * Features of the second look, which sees what the first thought of the other issues, of the other actors of the
 * sentence, and of the sentences around: a passage mostly keeps to its subject, and a subject rarely has two names.
 * Calls `visit` with the features of each candidate and issue; the array is used again.
 */
export function settleFeatures(
  looks: readonly FirstLook[],
  issues: number,
  visit: (look: number, issue: number, features: Float64Array) => void,
): void {
  const sentences = looks.reduce((most, look) => Math.max(most, look.sentence), -1) + 1;
  const best = Array.from({ length: sentences }, () => new Float64Array(issues));
  const count = new Float64Array(sentences);
  const article = new Float64Array(issues);
  const bySentence: FirstLook[][] = Array.from({ length: sentences }, () => []);
  for (const look of looks) {
    bySentence[look.sentence]!.push(look);
    count[look.sentence]!++;
    for (let i = 0; i < issues; i++) {
      const chance = sigmoid(look.odds[i]!);
      best[look.sentence]![i] = Math.max(best[look.sentence]![i]!, chance);
      article[i]! += chance;
    }
  }
  const features = new Float64Array(SETTLE_FEATURES);
  for (const [n, look] of looks.entries())
    for (let issue = 0; issue < issues; issue++) {
      fill(features, look, issue, { best, article, bySentence, issues });
      visit(n, issue, features);
    }
}

interface Around {
  best: Float64Array[];
  article: Float64Array;
  bySentence: FirstLook[][];
  issues: number;
}

function fill(
  features: Float64Array,
  look: FirstLook,
  issue: number,
  { best, article, bySentence, issues }: Around,
): void {
  features.fill(0);
  const { sentence, odds, how } = look;
  const own = odds[issue]!;
  let rival = -9;
  let rank = 0;
  for (let i = 0; i < issues; i++) {
    if (i === issue) continue;
    rival = Math.max(rival, odds[i]!);
    if (odds[i]! > own) rank++;
  }
  const at = (s: number) => (s >= 0 && s < best.length ? best[s]![issue]! : 0);
  const same = (s: number) =>
    (bySentence[s] ?? []).reduce(
      (most, other) => (other.actor === look.actor ? Math.max(most, sigmoid(other.odds[issue]!)) : most),
      0,
    );
  const others = bySentence[sentence]!.reduce(
    (most, other) => (other.actor !== look.actor ? Math.max(most, sigmoid(other.odds[issue]!)) : most),
    0,
  );
  const previousBest = sentence > 0 ? Math.max(0, ...best[sentence - 1]!) : 0;
  const lead = at(sentence - 1) > 0 && at(sentence - 1) === previousBest ? 1 : 0;
  const values = [
    1,
    clip(own),
    clip(own - rival),
    Math.max(0, clip(rival)),
    rank === 0 ? 1 : 0,
    rank === 1 ? 1 : 0,
    rank > 2 ? 1 : 0,
    at(sentence - 1),
    at(sentence - 2),
    at(sentence + 1),
    same(sentence - 1),
    same(sentence - 2),
    same(sentence + 1),
    others,
    Math.min(3, article[issue]!) / 3,
    lead,
    lead * (rank === 0 ? 1 : 0),
    at(sentence - 1) * (rank === 0 ? 1 : 0),
    same(sentence - 1) * (rank === 0 ? 1 : 0),
    at(sentence - 1) * (rival > 0 ? 1 : 0),
    same(sentence - 1) * (how === 1 || how === 5 ? 1 : 0),
    same(sentence - 1) * (how === 0 ? 1 : 0),
    same(sentence - 1) * (how === 3 ? 1 : 0),
    at(sentence - 1) * (how === 0 ? 1 : 0),
    at(sentence - 1) * (how === 3 ? 1 : 0),
    others * (how === 4 ? 1 : 0),
    clip(own) * (how === 4 ? 1 : 0),
    clip(own) * (how === 5 ? 1 : 0),
    clip(own) * (how === 0 ? 1 : 0),
    Math.max(0, own) / 3,
    bySentence[sentence]!.length > 1 ? 1 : 0,
    bySentence[sentence]!.length > 2 ? 1 : 0,
    Math.max(0, clip(-own)),
    rival < -1.5 && rank === 0 ? 1 : 0,
  ];
  features.set(values);
  features[34 + how] = 1;
}
