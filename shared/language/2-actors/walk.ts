import type { SentencePass } from '../1-sentences.ts';
import type { FoundMention } from '../2-actors.ts';
import { matchesAt, mayBegin, type PhraseMatch } from '../phrase-trie.ts';
import type { Tokens } from '../tokens.ts';
import { capitalsTell } from './capitals.ts';
import type { ActorForms, Form } from './forms.ts';

/** A walk over a text: what it reads, and what the text has spoken of up to here. */
export interface Walk {
  readonly tokens: Tokens;
  readonly pass: SentencePass;
  readonly forms: ActorForms;
  /** The article's day, YYYY-MM-DD. */
  readonly date: string;
  /** False where the text's capitals tell nothing. */
  readonly capitalsTell: boolean;
  /** 1 for each actor whose full name stands anywhere in the text or its title, which lets its shorter names stand for it. */
  readonly introduced: Uint8Array;
  readonly mentions: FoundMention[];
  /** Token of the last mention of each actor, -1 if none yet. */
  readonly last: Int32Array;
  /** Who a surname last stood for: an actor, or -1 for somebody else. */
  readonly bearers: Map<string, number>;
}

/** A walk at its first token. A name in the title introduces its bearer, like one in the text. */
export function beginWalk(read: Pick<Walk, 'tokens' | 'pass' | 'forms' | 'date'>, title: Tokens): Walk {
  const { tokens, pass, forms, date } = read;
  const introduced = new Uint8Array(forms.actors.length);
  const tell = capitalsTell(tokens);
  introduce(introduced, forms, tokens, tell);
  introduce(introduced, forms, title, capitalsTell(title));
  const last = new Int32Array(forms.actors.length).fill(-1);
  return { tokens, pass, forms, date, capitalsTell: tell, introduced, mentions: [], last, bearers: new Map() };
}

function introduce(introduced: Uint8Array, { trie }: ActorForms, tokens: Tokens, needsCapital: boolean): void {
  for (let at = 0; at < tokens.count; at++)
    for (const match of matchesIn(trie, tokens, at))
      for (const form of match.values)
        if (form.kind === 'full' && (!needsCapital || !form.capital || tokens.capital[at])) introduced[form.actor] = 1;
}

/** Goes on behind a mention. It takes in those that it covers: "the BMA's council chair" is one, of the chair. */
export function note({ mentions, last, bearers, forms }: Walk, found: FoundMention): void {
  while (mentions.length > 0 && mentions.at(-1)!.to > found.from) mentions.pop();
  mentions.push(found);
  last[found.actor] = found.from;
  const surname = forms.surname[found.actor];
  if (surname) bearers.set(surname, found.actor);
}

/** The codebook's phrases that begin at token `at`, shortest first. */
export function formsAt({ forms, tokens }: Walk, at: number): readonly PhraseMatch<Form>[] {
  return matchesIn(forms.trie, tokens, at);
}

const NONE: readonly PhraseMatch<Form>[] = [];

/** What `matchesAt` finds; most words begin no phrase, as their hashes tell. */
const matchesIn = (trie: ActorForms['trie'], { hash, lower }: Tokens, at: number) =>
  mayBegin(trie, hash[at]!) ? matchesAt(trie, lower, at) : NONE;

/** No line break before token `at`. */
export function adjacent({ tokens }: Walk, at: number): boolean {
  return at > 0 && tokens.start[at]! - tokens.end[at - 1]! <= 1;
}

/** Whether token `at` is its sentence's first. */
export function startsSentence({ pass }: Walk, at: number): boolean {
  return at === 0 || pass.sentenceOfToken[at - 1] !== pass.sentenceOfToken[at];
}

/** Whether the codebook has a name, in lower case, among an actor's aliases. */
export function isListed({ forms }: Walk, actor: number, name: string): boolean {
  return forms.actors[actor]!.aliases.some((alias) => alias.toLowerCase() === name);
}
