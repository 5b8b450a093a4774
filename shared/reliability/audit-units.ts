import { createHash } from 'node:crypto';
import type { CorpusEntry } from '../export/read-corpus.ts';
import type { Stance, Voice } from '../language/tags.ts';
import { isKept } from '../store/rows.ts';
import type { AuditCode } from './audit-code.ts';

/** A sentence, an actor and an issue: what is coded. */
export interface AuditUnit {
  id: string;
  articleId: string;
  actor: string;
  issue: string;
  /** The sentence with the paragraph it stands in. */
  sentence: string;
  paragraph: string;
  /** What the tagger says, and how sure it is; 1 for `none`. */
  tagger: AuditCode;
  confidence: number;
  /** In which voice the tagger takes the stance to be stated; null for `none`, absent in draws made before it was kept. */
  voice?: Voice | null | undefined;
}

/** A unit with its place in the text: what is kept of it where the words themselves should not be. */
export interface PlacedUnit extends AuditUnit {
  textRevision: number;
  place: [start: number, end: number];
}

const idLength = 12;

/**
 * The units of an article: each statement, and each issue of the codebook for each actor mentioned in a sentence without
 * a statement on it. The second kind is where missed statements show. A text that is no longer kept can't be coded.
 */
export function auditUnits({ text, mentions, statements }: CorpusEntry, issues: readonly string[]): PlacedUnit[] {
  if (!isKept(text)) return [];
  const units = new Map<string, PlacedUnit>();
  const add = (
    { actor, issue }: { actor: string; issue: string },
    place: [number, number],
    { tagger, confidence, voice }: Pick<AuditUnit, 'tagger' | 'confidence' | 'voice'>,
  ) => {
    const { id: articleId } = text;
    const id = createHash('sha256')
      .update([articleId, actor, issue, ...place].join('\n'))
      .digest('hex')
      .slice(0, idLength);
    if (units.has(id)) return;
    const [start, end] = place;
    const sentence = text.text.slice(start, end);
    units.set(id, {
      id,
      articleId,
      actor,
      issue,
      sentence,
      paragraph: paragraphAt(text.text, start),
      tagger,
      confidence,
      voice,
      textRevision: text.revision,
      place,
    });
  };
  for (const { actor, issue, stance, confidence, voice, evidence } of statements) {
    add({ actor, issue }, [evidence[2], evidence[3]], { tagger: stance satisfies Stance, confidence, voice });
  }
  for (const { actor, mentions: places } of mentions) {
    for (const { evidence } of places)
      for (const issue of issues) add({ actor, issue }, [evidence[2], evidence[3]], untagged);
  }
  return [...units.values()];
}

const untagged = { tagger: 'none', confidence: 1, voice: null } as const;

/** The paragraph of a text that holds a place. */
export function paragraphAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n\n', at) + 1;
  const end = text.indexOf('\n\n', at);
  return text.slice(start, end === -1 ? text.length : end).trim();
}
