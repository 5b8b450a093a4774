import { canonicalUrl } from '../article/canonical-url.ts';
import { PicketlineError } from '../errors.ts';
import { parseDate } from '../feed/parse-date.ts';
import { collapse } from '../feed/plain-text.ts';
import { skipReason } from '../feed/skip-reason.ts';

/** An article to bring in: an address, and whatever else the source holds of it. */
export interface ImportCandidate {
  url: string;
  canonicalUrl: string;
  outlet: string | null;
  title: string | null;
  /** ISO 8601 UTC, as the source states it; null when it does not. */
  published: string | null;
  /** The page as it was saved: no need to fetch it. */
  page: { bytes: Uint8Array; contentType: string | null } | null;
  /** The article's text, where the source has no page. */
  text: string | null;
}

/** Why a record cannot become an article. */
export type ImportProblem =
  | 'no-address'
  | 'home-page'
  | 'relative-address'
  | 'not-http'
  | 'address-too-long'
  | 'bad-date'
  | 'bad-line'
  | 'too-large'
  | 'not-a-page'
  | 'truncated';

/** One record of a source, and where it stands there: `line 12`, `record 3 at byte 40960`, a path. */
export type ImportRecord = { place: string } & (
  | { kind: 'candidate'; candidate: ImportCandidate }
  | { kind: 'bad'; problem: ImportProblem; detail: string }
);

/** A source that can't be imported at all, such as a table without a column of addresses. */
export class ImportError extends PicketlineError {}

/** What a source states of a record, before it is checked. */
export interface StatedRecord {
  url: string | null | undefined;
  outlet?: string | null | undefined;
  title?: string | null | undefined;
  published?: string | null | undefined;
  page?: ImportCandidate['page'];
  text?: string | null | undefined;
}

/** Checks a record's address and date. A date that is stated but can't be read makes the record bad: guessing would put it on a wrong day. */
export function importRecord(place: string, stated: StatedRecord): ImportRecord {
  const link = stated.url?.trim() || null;
  const problem = skipReason({ link }, null);
  if (problem !== null || link === null) return badRecord(place, problem ?? 'no-address', (link ?? '').slice(0, 200));
  const published = stated.published?.trim() ? parseDate(stated.published) : null;
  if (stated.published?.trim() && published === null)
    return badRecord(place, 'bad-date', stated.published.slice(0, 100));
  const candidate = {
    url: link,
    canonicalUrl: canonicalUrl(link),
    outlet: collapse(stated.outlet ?? '') || null,
    title: collapse(stated.title ?? '') || null,
    published,
    page: stated.page ?? null,
    text: stated.text?.trim() || null,
  };
  return { place, kind: 'candidate', candidate };
}

/** A record that is counted and left out. */
export function badRecord(place: string, problem: ImportProblem, detail: string): ImportRecord {
  return { place, kind: 'bad', problem, detail };
}
