import { stem } from '../language/stem.ts';
import { TokenKind, tokenize } from '../language/tokens.ts';

/** Words that carry no message of their own, and do not count towards a line. */
const functionWords = new Set(
  `a an the this that these those there here it its he his him she her they their them we our us i my me you your who whom
  whose which what when where why how and or but nor so if as than then because while of in on at to from by with for
  about into over after before under between through during up down out off is are was were be been being am do does did
  done has have had having will would shall should can could may might must let s t re ve ll d m just also very only even
  still too more most such any some all both each every other another own same one`.split(/\s+/),
);
const negators = new Set([
  'not',
  'no',
  'never',
  'neither',
  'nor',
  'cannot',
  'without',
  "isn't",
  "wasn't",
  "aren't",
  "don't",
  "doesn't",
  "didn't",
  "won't",
  "can't",
]);
/** How many words a negation reaches ahead. */
const negationReach = 4;
/** Least share of a line's weight that a sentence must hold to carry it. */
const leastShare = 0.67;
const leastStems = 2;
/** Content words by which a stretch may be longer than the wording it carries. */
const looseness = 4;

interface Word {
  stem: string;
  isNegated: boolean;
}

/** The content words of a text with their negation, in order. */
function contentWords(text: string): Word[] {
  const tokens = tokenize(text);
  let reach = 0;
  const words: Word[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    const word = tokens.lower[at]!.replace(/'s$/, '');
    if (tokens.kind[at] === TokenKind.punctuation) continue;
    if (negators.has(word)) {
      reach = negationReach;
      continue;
    }
    if (!functionWords.has(word)) words.push({ stem: stem(word), isNegated: reach > 0 });
    reach -= 1;
  }
  return words;
}

/** The distinct stems of a text's content words. */
export const contentStems = (text: string): string[] => [...new Set(contentWords(text).map((word) => word.stem))];

/** A wording or a sentence as it is compared: its content words in order. */
export type Wording = readonly Word[];

/** The content words of a text, in order. */
export const wordingOf = (text: string): Wording => contentWords(text);

/** How much each stem says, by how few sentences hold it: inverse document frequency (Sparck Jones 1972). */
export function stemWeights(sentences: readonly Wording[]): (stem: string) => number {
  const holders = new Map<string, number>();
  for (const sentence of sentences)
    for (const each of new Set(sentence.map((word) => word.stem))) holders.set(each, (holders.get(each) ?? 0) + 1);
  return (each) => Math.log((sentences.length + 1) / ((holders.get(each) ?? 0) + 0.5));
}

/**
 * Largest share of a wording's weight that any stretch of a sentence holds, from 0 to 1: its stems weighted by how much
 * they say. A stretch that negates what the wording affirms, or the other way round, holds nothing of it.
 */
export function nearness(wording: Wording, sentence: Wording, weightOf: (stem: string) => number): number {
  const wanted = new Map(wording.map(({ stem: each, isNegated }) => [each, isNegated]));
  const whole = [...wanted.keys()].reduce((sum, each) => sum + weightOf(each), 0);
  const length = wording.length + looseness;
  let best = 0;
  sentence.forEach((first, from) => {
    if (!wanted.has(first.stem)) return;
    best = Math.max(best, shareIn(sentence.slice(from, from + length), wanted, weightOf) / whole);
  });
  return best;
}

function shareIn(stretch: Wording, wanted: Map<string, boolean>, weightOf: (stem: string) => number): number {
  const shared = new Set<string>();
  for (const { stem: each, isNegated } of stretch) {
    const asWanted = wanted.get(each);
    if (asWanted === undefined) continue;
    if (asWanted !== isNegated) return 0;
    shared.add(each);
  }
  return shared.size < leastStems ? 0 : [...shared].reduce((sum, each) => sum + weightOf(each), 0);
}

/** Whether a sentence carries a line in one of its wordings. */
export const carries = (wordings: Wording[], sentence: Wording, weightOf: (stem: string) => number): boolean =>
  wordings.some((wording) => nearness(wording, sentence, weightOf) >= leastShare);
