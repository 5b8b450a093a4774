import { extractAttributions, type RawAttribution } from './3-attribution/extract.ts';
import { attributionModel } from './3-attribution/model.ts';
import { isSaidOfSubject, isSaidToSubject } from './3-attribution/passive.ts';
import { resolveSource } from './3-attribution/resolve-source.ts';
import type { Context } from './context.ts';
import type { Attribution, AttributionKind, Span } from './tags.ts';

/** An attribution with the codebook actor (its number, or -1) that its source resolves to. */
export interface FoundAttribution extends RawAttribution {
  actor: number;
  kind: AttributionKind;
}

/** Finds who says, thinks or wants what. */
export function findAttributions(context: Context): FoundAttribution[] {
  const raw = extractAttributions(context, attributionModel());
  const found: FoundAttribution[] = [];
  for (const attribution of raw) {
    const actor = resolveSource(context, attribution, found);
    found.push(Object.assign(attribution, { actor, kind: kindOf(context, attribution) }));
  }
  return found;
}

function kindOf({ quotes }: Context, { content }: RawAttribution): AttributionKind {
  let quoted = 0;
  let all = 0;
  for (const [from, to] of content) {
    all += to - from;
    for (let at = from; at < to; at++) if (quotes.quoteOfToken[at]! >= 0) quoted++;
  }
  return quoted === 0 ? 'indirect' : quoted > all * 0.8 ? 'direct' : 'mixed';
}

/** The attributions as tags. */
export function attributionTags(found: FoundAttribution[], context: Context): Attribution[] {
  const { tokens, codebook } = context;
  const span = (from: number, to: number): Span => ({ start: tokens.start[from]!, end: tokens.end[to - 1]! });
  return found.map((a) => {
    // "Was asked", "is understood to be against": no word of the subject's, though it may be its position, which statements tell.
    const isNobodys = a.sourceFrom < a.cue && (isSaidToSubject(context, a.cue) || isSaidOfSubject(context, a.cue));
    return {
      source: isNobodys || a.sourceFrom < 0 ? null : span(a.sourceFrom, a.sourceTo),
      cue: span(a.cue, a.cue + 1),
      content: a.content.map(([from, to]) => span(from, to)),
      kind: a.kind,
      actor: isNobodys || a.actor < 0 ? null : codebook.actors[a.actor]!.id,
      rule: `attribution.${a.rule}`,
      confidence: a.confidence,
    };
  });
}
