import type { Codebook } from '../../codebook/codebook.ts';
import type { Context } from '../context.ts';
import { mentionsOf } from '../mentions-of.ts';
import { pronounsOf } from './pronoun-of.ts';
import { pluralStranger } from './strangers.ts';

const OF_PERSONS = new Set(['he', 'she', 'i']);
/** Who is called "his minister" is not the "he" of the same sentence. */
const POSSESSIVES = new Map([
  ['he', 'his'],
  ['she', 'her'],
  ['it', 'its'],
  ['they', 'their'],
]);
/** Sentences back to an antecedent. */
const REACH = 4;

/**
 * The actor that the pronoun at a token stands for: the last fitting one of its sentence, else the first of a sentence
 * before, which as its subject is the likelier; -1 if none fits nearby, or if "they" are others.
 */
export function antecedent(context: Context, at: number): number {
  const { pass, tokens, codebook } = context;
  const pronoun = tokens.lower[at]!;
  const sentence = pass.sentenceOfToken[at]!;
  for (let back = 0; back <= REACH; back++) {
    const fitting = mentionsOf(context, sentence - back).filter(
      (m) =>
        m.from < at &&
        mayStandFor(pronoun, m.actor, codebook) &&
        !(back === 0 && tokens.lower[m.from] === POSSESSIVES.get(pronoun)),
    );
    const stranger = pronoun === 'they' ? pluralStranger(context, sentence - back, at) : -1;
    if (stranger >= 0 && stranger < (fitting[0]?.from ?? at)) return -1;
    if (fitting.length > 0) return (back === 0 ? fitting.at(-1)! : fitting[0]!).actor;
  }
  return -1;
}

/** Whether a pronoun may stand for an actor: "he" and "she" for persons of whom it is said, "I" for any, others for bodies and groups. */
export function mayStandFor(pronoun: string, actor: number, codebook: Codebook): boolean {
  const isPerson = codebook.actors[actor]!.kind === 'person';
  if (!OF_PERSONS.has(pronoun)) return !isPerson;
  const said = pronounsOf(codebook)[actor]!;
  return isPerson && (pronoun === 'i' || said === 'unknown' || said === pronoun);
}
