import { wholeDispute } from '../../shared/trend/series.ts';
import type { CountedPoint } from './counted-points.ts';
import type { DisputeRequest } from './request.ts';

/** Addresses of the lists that hold exactly the rows a point counts. */
export function rowAddresses(
  { start, days }: Pick<CountedPoint, 'start' | 'days'>,
  actor: string,
  { codebook, outlets }: Pick<DisputeRequest, 'codebook' | 'outlets'>,
): { articles: string; tones: string | null; statements: string | null } {
  const parameters = new URLSearchParams({ actor });
  for (const outlet of outlets) parameters.append('outlet', outlet);
  if (days === null) parameters.set('hour', start);
  else {
    parameters.set('from', days.from);
    parameters.set('to', days.to);
  }
  const under = (list: string) => `/api/disputes/${codebook.id}/${list}?${parameters}`;
  // The series of the whole dispute counts articles alone: tags belong to actors.
  const isWhole = actor === wholeDispute;
  return {
    articles: under('articles'),
    tones: isWhole ? null : under('tones'),
    statements: isWhole ? null : under('statements'),
  };
}
