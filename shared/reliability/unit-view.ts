/** A unit as coders see it: nothing tells what the tagger or anybody else says. */
export interface UnitView {
  id: string;
  /** Name of the actor. */
  actor: string;
  issue: string;
  proposition: string;
  outlet: string;
  /** The sentence in its paragraph; null where the text is no longer kept. */
  text: { before: string; sentence: string; after: string } | null;
}
