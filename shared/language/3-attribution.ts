import type { Context } from './context.ts';
import type { Attribution } from './tags.ts';

/** An attribution in tokens; -1 where a part is missing, ends exclusive. */
export interface FoundAttribution {
  sentence: number;
  sourceFrom: number;
  sourceTo: number;
  cueFrom: number;
  cueTo: number;
  content: [number, number][];
  quoted: boolean;
  actor: number;
  rule: string;
  confidence: number;
}

const CUES = new Set(
  'said says say told tells warned warns insisted insists argued argues added adds claimed claims believes called calls urged urges accused described welcomed announced'.split(
    ' ',
  ),
);

/** Finds who says what. First version: a cue verb, the mention before it, the rest of the sentence and its quotes. */
export function findAttributions(context: Context): FoundAttribution[] {
  const { tokens, pass, mentions } = context;
  const found: FoundAttribution[] = [];
  for (const sentence of pass.sentences) {
    const from = pass.first[sentence.index]!;
    const to = pass.first[sentence.index + 1]!;
    for (let at = from; at < to; at++) {
      if (!CUES.has(tokens.lower[at]!)) continue;
      const source = mentions.filter((m) => m.from >= from && m.to <= at).at(-1);
      const content: [number, number] = at + 1 < to - 1 ? [at + 1, to] : [from, at];
      found.push({
        sentence: sentence.index,
        sourceFrom: source?.from ?? -1,
        sourceTo: source?.to ?? -1,
        cueFrom: at,
        cueTo: at + 1,
        content: [content],
        quoted: false,
        actor: source?.actor ?? -1,
        rule: 'attribution.cue',
        confidence: 0.5,
      });
      break;
    }
  }
  return found;
}

/** The attributions as tags. */
export function attributionTags(found: FoundAttribution[], context: Context): Attribution[] {
  const { tokens, codebook } = context;
  const span = (from: number, to: number) =>
    from < 0 || to <= from ? null : { start: tokens.start[from]!, end: tokens.end[to - 1]! };
  return found.map((a) => ({
    source: span(a.sourceFrom, a.sourceTo),
    cue: span(a.cueFrom, a.cueTo),
    content: a.content.map(([from, to]) => span(from, to)).filter((s) => s !== null),
    kind: a.quoted ? 'direct' : 'indirect',
    actor: a.actor < 0 ? null : codebook.actors[a.actor]!.id,
    rule: a.rule,
    confidence: a.confidence,
  }));
}
