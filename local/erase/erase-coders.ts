import { auditItem } from '../../functions/query/audits.ts';
import type { AuditRow, Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';

/** What stands in the place of a name that was erased. */
const gone = '(erased on request)';

type Named = (text: string | null | undefined) => boolean;
type CoderRow = Extract<AuditRow, { kind: 'coder' }>;

/**
 * Takes a person's name off the samples they drew, coded or decided. Their codes stay, under the number of the coder: what
 * others published rests on them. The row that holds the name goes last, so that a run that dies is made up for by the next.
 * @returns how many rows were changed
 */
export async function eraseCoders(isNamed: Named, store: Pick<Store, 'audits'>): Promise<number> {
  const rows = await toArray(store.audits.scan());
  const coders = rows.filter((row): row is CoderRow => row.kind === 'coder').sort((a, b) => (a.at < b.at ? -1 : 1));
  const auditOf = ({ item }: AuditRow) => item.split('#')[1]!;
  const aliasOf = (row: AuditRow, name: string) => {
    const ofAudit = coders.filter((coder) => coder.dispute === row.dispute && auditOf(coder) === auditOf(row));
    const number = ofAudit.findIndex(({ coder }) => coder === name) + 1;
    return number === 0 ? gone : `coder ${number} ${gone}`;
  };
  const replace = async (row: AuditRow, changed: AuditRow) => {
    await store.audits.put(changed);
    if (changed.item !== row.item) await store.audits.delete({ dispute: row.dispute, item: row.item });
  };
  let count = 0;
  for (const row of [...rows.filter(({ kind }) => kind !== 'coder'), ...coders]) {
    const name = nameOn(row);
    if (name === null || !isNamed(name)) continue;
    await replace(row, renamed(row, auditOf(row), aliasOf(row, name)));
    count += 1;
  }
  return count;
}

function nameOn(row: AuditRow): string | null {
  if (row.kind === 'draw') return row.audit.createdBy;
  if (row.kind === 'coder') return row.coder;
  return row.kind === 'unit' || row.kind === 'days' ? null : row.given.who;
}

function renamed(row: AuditRow, audit: string, alias: string): AuditRow {
  switch (row.kind) {
    case 'unit':
    case 'days':
      return row;
    case 'draw':
      return { ...row, audit: { ...row.audit, createdBy: alias } };
    case 'coder':
      return { ...row, coder: alias, item: auditItem(audit, 'coder', alias.toLowerCase()) };
    case 'decision':
      return { ...row, given: { ...row.given, who: alias } };
    case 'code': {
      const item = auditItem(audit, 'code', `${alias.toLowerCase()}#${row.given.unit}`);
      return { ...row, item, given: { ...row.given, who: alias } };
    }
  }
}

/** Takes a person's name off the API keys they made or revoked, and off what these are said to be for. @returns how many */
export async function eraseFromKeys(isNamed: Named, store: Pick<Store, 'keys'>): Promise<number> {
  let count = 0;
  for await (const key of store.keys.scan()) {
    const { name, createdBy, revokedBy } = key;
    if (![name, createdBy, revokedBy].some(isNamed)) continue;
    const kept = (text: string) => (isNamed(text) ? gone : text);
    const changed = { ...key, name: kept(name), createdBy: kept(createdBy) };
    await store.keys.put({ ...changed, ...(revokedBy !== undefined && { revokedBy: kept(revokedBy) }) });
    count += 1;
  }
  return count;
}
