import type { WebErrorKind } from '../web/web-error.ts';
import type { FeedErrorKind } from './feed-error.ts';

/** How much a failure counts: 1 when the address itself seems wrong, a half when the server is unwell, a quarter when we could not even ask. */
export type FailureWeight = 1 | 0.5 | 0.25;

/** Why a poll brought nothing, in one line for people, and how much that counts. */
export interface PollFailure {
  weight: FailureWeight;
  error: string;
}

const hardKinds: ReadonlySet<WebErrorKind | FeedErrorKind> = new Set([
  'bad-url',
  'refused-address',
  'bad-redirect',
  'too-many-redirects',
  'too-complex',
]);

/** Weight of a status that is not a success. 410 is no failure but an answer, dealt with elsewhere. */
export function statusFailure(status: number, url: string): PollFailure {
  const soft = status === 404 || status === 408 || status === 425 || status === 429 || status >= 500;
  return { weight: soft ? 0.5 : 1, error: `${url} answered ${status}.` };
}

/** Weight of a request or a parse that failed. */
export function errorFailure(error: {
  kind: WebErrorKind | FeedErrorKind;
  transient?: boolean;
  message: string;
  remedy?: string;
}): PollFailure {
  const message = error.remedy === undefined ? error.message : `${error.message} ${error.remedy}`;
  if (error.kind === 'dns') return { weight: error.transient ? 0.25 : 1, error: message };
  return { weight: hardKinds.has(error.kind) ? 1 : 0.5, error: message };
}
