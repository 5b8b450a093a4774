import { bbc } from './bbc.ts';
import { guardian } from './guardian.ts';
import { independent } from './independent.ts';
import { itv } from './itv.ts';
import type { Publisher, PublisherLayout } from './publisher.ts';

/** All publishers with layouts of their own; every other page, and each of theirs that has changed, is read without. */
export const publishers: readonly Publisher[] = [bbc, guardian, independent, itv];

/**
 * The layouts that a publisher's pages had on a day, or all of them where the day is not known.
 * @param instant when the page was published, ISO 8601
 */
export function findLayouts(url: string, instant: string | null): PublisherLayout[] {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const publisher = publishers.find(({ hosts }) => hosts.some((own) => host === own || host.endsWith(`.${own}`)));
  const day = instant?.slice(0, 10);
  return (publisher?.layouts ?? []).filter(
    ({ from = '', until = '9999' }) => day === undefined || (from <= day && day <= until),
  );
}
