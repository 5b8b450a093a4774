import { antecedent } from '../2-actors.ts';
import type { FoundAttribution } from '../3-attribution.ts';
import type { Context } from '../context.ts';
import { mentionsOf } from '../mentions-of.ts';
import { Pos } from '../part-of-speech.ts';
import { anyQuoted } from '../quotes.ts';

/** How an actor comes to hold what a sentence says. */
export const How = { said: 0, quoteGoesOn: 1, subject: 2, pronoun: 3, mentioned: 4, carried: 5 } as const;
/** Their names by number. */
export const HOWS = Object.keys(How);

/** An actor that may hold a position in a sentence, with the tokens that would show it. */
export interface Holder {
  sentence: number;
  actor: number;
  how: number;
  /** Token of the cue or verb, -1 without one. */
  cue: number;
  /** The mention in this sentence, token, -1 without one. */
  mention: number;
  /** 1 for each token of the sentence that belongs to the holder, from the sentence's first token. */
  scope: Uint8Array;
  quoted: boolean;
  confidence: number;
  /** The actor's mentions in this sentence are inside what somebody else says. */
  inOthersWords: boolean;
}

/** All candidates of an article, by sentence. Which of them hold anything is for the model to say. */
export function findHolders(context: Context, attributions: readonly FoundAttribution[]): Holder[][] {
  const { pass } = context;
  const holders: Holder[][] = pass.sentences.map(() => []);
  const speakers = pass.sentences.map(() => new Set<number>());
  const speaker = speakerOfToken(context, attributions);
  fromAttributions(context, attributions, holders, speakers);
  for (const sentence of pass.sentences) {
    fromMentions(context, sentence.index, holders, speaker);
    fromPronouns(context, sentence.index, holders, speaker);
    if (holders[sentence.index]!.length === 0 && speakers[sentence.index]!.size === 0)
      carry(context, sentence.index, holders);
  }
  return holders;
}

/** Adds a candidate, or widens the scope of the one that the actor already has in the sentence. */
function add(context: Context, holders: Holder[][], found: Omit<Holder, 'scope'>, spans: [number, number][]): void {
  const from = context.pass.first[found.sentence]!;
  const to = context.pass.first[found.sentence + 1]!;
  const row = holders[found.sentence]!;
  let holder = row.find((other) => other.actor === found.actor);
  if (!holder) {
    holder = {
      sentence: found.sentence,
      actor: found.actor,
      how: found.how,
      cue: found.cue,
      mention: found.mention,
      scope: new Uint8Array(to - from),
      quoted: found.quoted,
      confidence: found.confidence,
      inOthersWords: found.inOthersWords,
    };
    row.push(holder);
  } else if (found.how < holder.how) {
    holder.how = found.how;
    holder.cue = found.cue;
    holder.confidence = found.confidence;
    holder.inOthersWords = found.inOthersWords;
  }
  holder.quoted ||= found.quoted;
  if (found.mention >= 0 && holder.mention < 0) holder.mention = found.mention;
  for (const [start, end] of spans)
    holder.scope.fill(1, Math.max(0, start - from), Math.max(0, Math.min(end, to) - from));
}

function fromAttributions(
  context: Context,
  attributions: readonly FoundAttribution[],
  holders: Holder[][],
  speakers: Set<number>[],
): void {
  const { pass, quotes } = context;
  for (const attribution of attributions) {
    for (const [from, to] of attribution.content) {
      for (let sentence = pass.sentenceOfToken[from]!; sentence <= pass.sentenceOfToken[to - 1]!; sentence++) {
        speakers[sentence]!.add(attribution.actor);
        if (attribution.actor < 0) continue;
        const own = sentence === attribution.sentence;
        const start = Math.max(from, pass.first[sentence]!);
        const end = Math.min(to, pass.first[sentence + 1]!);
        // The words between cue and content belong to it ("told MPs that"), and "refused to" is half of what is meant.
        const frame: [number, number][] = own
          ? [[start, end], [attribution.cue, attribution.cue + 1], between(attribution.cue, start)]
          : [[start, end]];
        const quoted = anyQuoted(quotes, start, end);
        add(
          context,
          holders,
          {
            sentence,
            actor: attribution.actor,
            how: own ? How.said : How.quoteGoesOn,
            cue: own ? attribution.cue : -1,
            mention: own ? attribution.sourceFrom : -1,
            quoted,
            confidence: attribution.confidence,
            inOthersWords: false,
          },
          frame,
        );
      }
    }
  }
}

const between = (cue: number, start: number): [number, number] =>
  start > cue && start - cue < 7 ? [cue, start] : [cue, cue + 1];

const NOBODY = -2;

/** Whose words each token stands in: an actor, -1 for somebody else, `NOBODY` for the outlet's own. */
function speakerOfToken({ tokens }: Context, attributions: readonly FoundAttribution[]): Int16Array {
  const speaker = new Int16Array(tokens.count).fill(NOBODY);
  for (const { content, actor, rule } of attributions)
    if (rule !== 'speaker-turn' || actor >= 0) for (const [from, to] of content) speaker.fill(actor, from, to);
  return speaker;
}

function fromMentions(context: Context, sentence: number, holders: Holder[][], speaker: Int16Array): void {
  const { pass } = context;
  const to = pass.first[sentence + 1]!;
  for (const mention of mentionsOf(context, sentence)) {
    const verb = verbAfter(context, mention.to, to);
    const whose = speaker[mention.from]!;
    const inOthersWords = whose !== NOBODY && whose !== mention.actor;
    const how = verb >= 0 ? How.subject : How.mentioned;
    const scope: [number, number] = verb >= 0 ? [verb, clauseEnd(context, verb, to)] : [pass.first[sentence]!, to];
    add(
      context,
      holders,
      {
        sentence,
        actor: mention.actor,
        how,
        cue: verb,
        mention: mention.from,
        quoted: false,
        confidence: mention.confidence,
        inOthersWords,
      },
      [scope],
    );
  }
}

/** The verb of which a mention is the subject, over an apposition or a relative clause between commas; -1 if none. */
function verbAfter({ tokens, pos }: Context, from: number, to: number): number {
  let at = from;
  if (tokens.surface[at] === ',' || tokens.surface[at] === '(') {
    const close = nextMark(tokens.surface, at + 1, Math.min(to, at + 22));
    if (close < 0) return -1;
    if (tokens.lower[at + 1] === 'who' || tokens.lower[at + 1] === 'which') return at + 2 < close ? at + 2 : -1;
    at = close + 1;
  }
  for (let step = 0; step < 3 && at < to; step++, at++) {
    if (pos[at] === Pos.VERB || pos[at] === Pos.AUX) return at;
    if (pos[at] !== Pos.ADV && tokens.lower[at] !== 'who' && tokens.lower[at] !== 'which' && tokens.lower[at] !== "'s")
      return -1;
  }
  return -1;
}

function nextMark(surface: readonly string[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (surface[at] === ',' || surface[at] === ')') return at;
  return -1;
}

/** To the next subject with its own verb after "and", "but", ";", or the sentence's end. */
function clauseEnd({ tokens, pos }: Context, verb: number, to: number): number {
  for (let at = verb + 3; at < to; at++) {
    if (tokens.surface[at] === ';') return at;
    const joins = tokens.lower[at] === 'but' || tokens.lower[at] === 'while' || tokens.lower[at] === 'whereas';
    if (joins && at + 1 < to && (pos[at + 1] === Pos.PROPN || pos[at + 1] === Pos.DET || pos[at + 1] === Pos.PRON))
      return at;
  }
  return to;
}

const HE = new Set(['he', 'she']);
const IT = new Set(['it', 'they']);

function fromPronouns(context: Context, sentence: number, holders: Holder[][], speaker: Int16Array): void {
  const { tokens, pass, quotes, pos } = context;
  const to = pass.first[sentence + 1]!;
  for (let at = pass.first[sentence]!; at < to; at++) {
    const word = tokens.lower[at]!;
    const person = HE.has(word);
    if ((!person && !IT.has(word)) || quotes.quoteOfToken[at]! >= 0) continue;
    const actor = antecedent(context, at);
    const verb = verbAfter(context, at + 1, to);
    if (actor < 0 || (verb < 0 && pos[at + 1] !== Pos.PART)) continue;
    const start = verb < 0 ? at + 1 : verb;
    add(
      context,
      holders,
      {
        sentence,
        actor,
        how: How.pronoun,
        cue: verb,
        mention: -1,
        quoted: false,
        confidence: person ? 0.8 : 0.6,
        inOthersWords: speaker[at] !== NOBODY && speaker[at] !== actor,
      },
      [[start, clauseEnd(context, start, to)]],
    );
  }
}

/** A sentence that names nobody goes on with the one before: its speaker, else its first actor. */
function carry(context: Context, sentence: number, holders: Holder[][]): void {
  const { pass } = context;
  const reach = isQuoted(context, sentence) ? 6 : 2;
  for (let back = 1; back <= reach && sentence - back >= 0; back++) {
    const before = holders[sentence - back]!.filter((h) => h.how < How.mentioned);
    const last = before.sort((a, b) => a.how - b.how)[0];
    if (!last) continue;
    const same = pass.sentences[sentence]!.paragraph === pass.sentences[sentence - back]!.paragraph;
    const whole: [number, number] = [pass.first[sentence]!, pass.first[sentence + 1]!];
    add(
      context,
      holders,
      {
        sentence,
        actor: last.actor,
        how: How.carried,
        cue: -1,
        mention: -1,
        quoted: last.quoted,
        confidence: (same ? 0.6 : 0.3) / back,
        inOthersWords: false,
      },
      [whole],
    );
    return;
  }
}

/** Nothing but a quote: an interview's answer, whose speaker was named a while ago. */
function isQuoted({ pass, quotes }: Context, sentence: number): boolean {
  const from = pass.first[sentence]!;
  const to = pass.first[sentence + 1]!;
  let quoted = 0;
  for (let at = from; at < to; at++) if (quotes.quoteOfToken[at]! >= 0) quoted++;
  return quoted >= to - from - 3 && quoted > 2;
}
