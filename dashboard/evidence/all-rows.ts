/** Rows of all pages of a list, up to a number that a page can still hold. */
export interface AllRows<Row> {
  rows: Row[];
  /** How many there are, listed or not. */
  total: number;
  isCut: boolean;
}

const mostRows = 6_000;

/** Reads a list page by page to its end, or to as many rows as a page can hold (or as said). */
export async function allRows<Page extends { total: number | null; next?: string | null }, Row>(
  readPage: (cursor: string | undefined) => Promise<Page>,
  rowsOf: (page: Page) => Row[],
  most = mostRows,
): Promise<AllRows<Row>> {
  const rows: Row[] = [];
  let total: number | null = null;
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    rows.push(...rowsOf(page));
    total ??= page.total;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && rows.length < most);
  return { rows, total: total ?? rows.length, isCut: cursor !== undefined };
}
