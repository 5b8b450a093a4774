import type { Codebook } from '../codebook/codebook.ts';
import { canonicalJson, codebookVersion, disputeOf, keptId } from '../codebook/version.ts';
import { SettingError } from '../errors.ts';
import type { CodebookRow, Store } from './store.ts';
import { toArray } from './to-array.ts';

/**
 * A codebook that articles are tagged under, with its version. The current one of a dispute has the dispute's id; one kept
 * beside it has the id `dispute@version`, and its rows and points stand in series of that name.
 */
export interface Published {
  codebook: Codebook;
  version: string;
}

/**
 * Keeps the codebook under its version and makes it the current one of its dispute. With `keepCurrent` the one it follows
 * stays queryable as a kept version. Publishing again changes nothing.
 */
export async function publishCodebook(
  store: Pick<Store, 'codebooks'>,
  codebook: Codebook,
  now: string,
  { keepCurrent = false } = {},
): Promise<string> {
  const version = codebookVersion(codebook);
  const dispute = codebook.id;
  const row = { dispute, version, publishedAt: now, content: canonicalJson(codebook) };
  await store.codebooks.putIf(row, { text: 'attribute_not_exists(version)' });
  await repoint(store, dispute, (pointer) => {
    if (pointer?.points === version) return pointer;
    const followed = keepCurrent && pointer?.points ? [pointer.points] : [];
    const keeps = [...(pointer?.keeps ?? []), ...followed].filter((kept) => kept !== version);
    return { dispute, version: 'current', publishedAt: now, points: version, ...(keeps.length > 0 && { keeps }) };
  });
  return version;
}

/**
 * Ends the keeping of a version: the next re-tagging removes its rows. Its text stays, so that it can be published again.
 * @throws SettingError when the version is not kept
 */
export async function retireCodebook(store: Pick<Store, 'codebooks'>, dispute: string, version: string): Promise<void> {
  await repoint(store, dispute, (pointer) => {
    const kept = pointer?.keeps ?? [];
    if (!pointer || !kept.includes(version)) {
      const known = kept.length > 0 ? `Kept are: ${kept.join(', ')}.` : 'None is kept beside the current one.';
      throw new SettingError(`Version "${version}" of "${dispute}" is not a kept one.`, known);
    }
    const { keeps: _, ...rest } = pointer;
    const left = kept.filter((each) => each !== version);
    return { ...rest, ...(left.length > 0 && { keeps: left }) };
  });
}

/** Replaces a dispute's pointer by what is made of it, again if somebody else changed it meanwhile. */
async function repoint(
  store: Pick<Store, 'codebooks'>,
  dispute: string,
  change: (pointer: CodebookRow | undefined) => CodebookRow,
): Promise<void> {
  for (;;) {
    const pointer = await store.codebooks.get({ dispute, version: 'current' });
    const changed = change(pointer);
    if (changed === pointer) return;
    const unchanged = pointer
      ? {
          text: 'points = :points AND publishedAt = :at',
          values: { ':points': pointer.points, ':at': pointer.publishedAt },
        }
      : { text: 'attribute_not_exists(points)' };
    if (await store.codebooks.putIf(changed, unchanged)) return;
  }
}

/** A version of a dispute's codebook and its standing. */
export interface CodebookVersion {
  version: string;
  publishedAt: string;
  standing: 'current' | 'kept' | 'retired';
}

/** Every version ever published of a dispute, oldest first. */
export async function codebookVersions(store: Pick<Store, 'codebooks'>, dispute: string): Promise<CodebookVersion[]> {
  const rows = await toArray(store.codebooks.query({ dispute }, 'version'));
  const pointer = rows.find(({ points }) => points !== undefined);
  const standingOf = (version: string) => {
    if (version === pointer?.points) return 'current';
    return pointer?.keeps?.includes(version) ? 'kept' : 'retired';
  };
  return rows
    .filter(({ content }) => content !== undefined)
    .map(({ version, publishedAt }) => ({ version, publishedAt, standing: standingOf(version) }) as const)
    .sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
}

/** All codebooks that articles are tagged under, ordered by dispute, the current one of each before the kept ones. */
export async function standingCodebooks(store: Pick<Store, 'codebooks'>): Promise<Published[]> {
  const pointers = [];
  for await (const row of store.codebooks.scan()) if (row.points) pointers.push(row);
  pointers.sort((a, b) => (a.dispute < b.dispute ? -1 : 1));
  const keys = pointers.flatMap(({ dispute, points, keeps = [] }) =>
    [points!, ...keeps].map((version) => ({ dispute, version, isCurrent: version === points })),
  );
  const found = await Promise.all(
    keys.map(async ({ isCurrent, ...key }) => ({ isCurrent, row: await store.codebooks.get(key) })),
  );
  return found.flatMap(({ row, isCurrent }) => {
    if (!row?.content) return [];
    const codebook = JSON.parse(row.content) as Codebook;
    const id = isCurrent ? row.dispute : keptId(row.dispute, row.version);
    return [{ codebook: { ...codebook, id }, version: row.version }];
  });
}

/** The current ones of the standing codebooks. */
export const onlyCurrent = (standing: Published[]): Published[] =>
  standing.filter(({ codebook }) => disputeOf(codebook.id) === codebook.id);

/** What reads the codebooks for a runtime. */
export interface CodebookReaders {
  /** The current codebook of each dispute. */
  codebooks(): Promise<Published[]>;
  /** The current ones and those kept beside them. */
  standingCodebooks(): Promise<Published[]>;
}

/**
 * Remembers the codebooks for a minute, since a function reads them for every message.
 * `now` in milliseconds.
 */
export function cachedCodebooks(store: Pick<Store, 'codebooks'>, now: () => number): CodebookReaders {
  let kept: { at: number; standing: Promise<Published[]> } | undefined;
  const standing = () => {
    if (!kept || now() - kept.at >= 60_000) {
      kept = { at: now(), standing: standingCodebooks(store) };
      kept.standing.catch(() => {
        kept = undefined;
      });
    }
    return kept.standing;
  };
  return { codebooks: async () => onlyCurrent(await standing()), standingCodebooks: standing };
}

/** The published codebook of a dispute. @throws SettingError when none is published. */
export function codebookOf(published: Published[], dispute: string): Published {
  const found = published.find(({ codebook }) => codebook.id === dispute);
  if (!found && disputeOf(dispute) !== dispute) {
    throw new SettingError(
      `No version "${dispute}" stands beside the current one.`,
      `List them: \`picketline codebook versions ${disputeOf(dispute)}\`.`,
    );
  }
  if (!found) {
    throw new SettingError(
      `No codebook of the dispute "${dispute}" is published.`,
      'Run `picketline codebook publish FILE`.',
    );
  }
  return found;
}

/**
 * The time zone whose days a series is counted in: its codebook's; for a version no longer kept, whose rows go, the
 * current one's.
 * @throws SettingError when no codebook of its dispute is published
 */
export function zoneOf(series: string, published: Published[]): string {
  const id = series.slice(0, series.indexOf('#'));
  const own = published.find(({ codebook }) => codebook.id === id);
  return (own ?? codebookOf(published, disputeOf(id))).codebook.timeZone;
}
