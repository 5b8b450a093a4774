import type { Codebook } from '../codebook/codebook.ts';
import { canonicalJson, codebookVersion } from '../codebook/version.ts';
import { SettingError } from '../errors.ts';
import type { Store } from './store.ts';

/** A codebook in force, with its version. */
export interface Published {
  codebook: Codebook;
  version: string;
}

/** Keeps the codebook under its version and makes it the current one of its dispute. Publishing again changes nothing. */
export async function publishCodebook(store: Store, codebook: Codebook, now: string): Promise<string> {
  const version = codebookVersion(codebook);
  const dispute = codebook.id;
  const row = { dispute, version, publishedAt: now, content: canonicalJson(codebook) };
  await store.codebooks.putIf(row, { text: 'attribute_not_exists(version)' });
  const unchanged = { text: 'attribute_not_exists(points) OR points <> :version', values: { ':version': version } };
  await store.codebooks.putIf({ dispute, version: 'current', publishedAt: now, points: version }, unchanged);
  return version;
}

/** All current codebooks, ordered by dispute. */
export async function currentCodebooks(store: Store): Promise<Published[]> {
  const pointers = [];
  for await (const row of store.codebooks.scan())
    if (row.points) pointers.push({ dispute: row.dispute, version: row.points });
  pointers.sort((a, b) => (a.dispute < b.dispute ? -1 : 1));
  const rows = await Promise.all(pointers.map((key) => store.codebooks.get(key)));
  return rows.flatMap((row) =>
    row?.content ? [{ codebook: JSON.parse(row.content) as Codebook, version: row.version }] : [],
  );
}

/**
 * Remembers the current codebooks for a minute, since a function reads them for every message.
 * `now` in milliseconds.
 */
export function cachedCodebooks(store: Store, now: () => number): () => Promise<Published[]> {
  let kept: { at: number; codebooks: Promise<Published[]> } | undefined;
  return () => {
    if (!kept || now() - kept.at >= 60_000) {
      const codebooks = currentCodebooks(store);
      kept = { at: now(), codebooks };
      codebooks.catch(() => {
        kept = undefined;
      });
    }
    return kept.codebooks;
  };
}

/** The published codebook of a dispute. @throws SettingError when none is published. */
export function codebookOf(published: Published[], dispute: string): Published {
  const found = published.find(({ codebook }) => codebook.id === dispute);
  if (!found) {
    throw new SettingError(
      `No codebook of the dispute "${dispute}" is published.`,
      'Run `picketline codebook publish FILE`.',
    );
  }
  return found;
}
