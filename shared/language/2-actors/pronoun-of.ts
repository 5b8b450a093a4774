import type { Codebook } from '../../codebook/codebook.ts';
import { DIMENSIONS, vectorAt, wordIndex } from '../vectors.ts';
import { type PersonalPronoun, PRONOUN_OF_TITLE, TITLES } from './titles.ts';

/** Pairs whose differences point from "he" to "she". */
const PAIRS = 'she he her his woman man mother father daughter son herself himself actress actor'.split(' ');
/** Cosines to that direction: first names of women lie above the one, those of men below the other; between them are those of both. */
const SHE_FROM = 0.2;
const HE_TO = -0.09;

const known = new WeakMap<Codebook, PersonalPronoun[]>();

/** The pronoun of each actor of a codebook; of a body or a group it is unknown. */
export function pronounsOf(codebook: Codebook): PersonalPronoun[] {
  let pronouns = known.get(codebook);
  if (!pronouns) {
    pronouns = codebook.actors.map(({ kind, name, aliases }) =>
      kind === 'person' ? pronounOfNames([name, ...aliases]) : 'unknown',
    );
    known.set(codebook, pronouns);
  }
  return pronouns;
}

/** The pronoun of a person known by several names, the full one first: titles decide ("Ms Vale"), then the first name. */
function pronounOfNames(names: readonly string[]): PersonalPronoun {
  const words = names.map((name) => name.toLowerCase().replaceAll('.', '').split(/\s+/));
  for (const [first, ...rest] of words) {
    const pronoun = PRONOUN_OF_TITLE.get(first!);
    if (pronoun && rest.length > 0) return pronoun;
  }
  const full = words[0] ?? [];
  const first = full.findIndex((word) => !TITLES.has(word));
  return first >= 0 && first < full.length - 1 ? pronounOfFirstName(full[first]!) : 'unknown';
}

/** By its word vector's lean along the direction from "he" to "she" (Bolukbasi et al. 2016). */
function pronounOfFirstName(word: string): PersonalPronoun {
  const index = wordIndex(word);
  if (index < 0) return 'unknown';
  const lean = cosine(vectorAt(index), direction());
  if (lean >= SHE_FROM) return 'she';
  return lean <= HE_TO ? 'he' : 'unknown';
}

let direct: Float32Array | null = null;

function direction(): Float32Array {
  if (direct) return direct;
  direct = new Float32Array(DIMENSIONS);
  for (const [at, word] of PAIRS.entries()) {
    const vector = vectorAt(wordIndex(word));
    const sign = at % 2 === 0 ? 1 : -1;
    for (let d = 0; d < DIMENSIONS; d++) direct[d]! += sign * vector[d]!;
  }
  return direct;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let d = 0; d < a.length; d++) product += a[d]! * b[d]!;
  return product / (Math.hypot(...a) * Math.hypot(...b) || 1);
}
