export interface Piece {
  start: number;
  text: string;
  isContent: boolean;
  isCue: boolean;
}

type Span = readonly [start: number, end: number] | null;

/** A sentence cut where its content or its cue begins or ends. Spans that reach outside the sentence are cut to it. */
export function highlighted(sentence: string, content: Span, cue: Span): Piece[] {
  const inside = (offset: number) => Math.min(Math.max(offset, 0), sentence.length);
  const edges = [0, sentence.length, ...(content ?? []), ...(cue ?? [])].map(inside);
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  const holds = (span: Span, offset: number) => span !== null && offset >= span[0] && offset < span[1];
  return cuts.slice(0, -1).map((start, index) => ({
    ...{ start, text: sentence.slice(start, cuts[index + 1]) },
    ...{ isContent: holds(content, start), isCue: holds(cue, start) },
  }));
}
