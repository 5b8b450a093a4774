import { createHash } from 'node:crypto';
import type { Codebook } from './codebook.ts';

/**
 * The codebook's version: the first 12 hex digits of the SHA-256 of its content with keys sorted. Comments, layout and
 * left-out defaults don't change it; any change of content does.
 */
export function codebookVersion(codebook: Codebook): string {
  return createHash('sha256').update(canonicalJson(codebook)).digest('hex').slice(0, 12);
}

/** What a version that is kept beside the current one goes by: `dispute@version`. No dispute has such an id. */
export const keptId = (dispute: string, version: string): string => `${dispute}@${version}`;

/** The dispute that an id, its own or a kept version's, belongs to. */
export const disputeOf = (id: string): string => id.split('@', 1)[0]!;

/** JSON with the keys of every object sorted, so that equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
