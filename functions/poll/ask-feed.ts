import { createHash } from 'node:crypto';
import { messageOf } from '../../shared/errors.ts';
import { conditionalHeaders, sameDocument } from '../../shared/feed/cache-headers.ts';
import { FeedError } from '../../shared/feed/feed-error.ts';
import type { FeedState } from '../../shared/feed/feed-state.ts';
import { parseFeed } from '../../shared/feed/parse-feed.ts';
import { errorFailure, type PollFailure, statusFailure } from '../../shared/feed/poll-failure.ts';
import { findings, type PollFindings } from '../../shared/feed/poll-findings.ts';
import type { WebClient, WebResponse } from '../../shared/web/web-client.ts';
import { WebError } from '../../shared/web/web-error.ts';

/** Asks for a feed's document and reads it, unless it is the one we have. Every failure is a finding. */
export async function askFeed(state: FeedState, web: Pick<WebClient, 'get'>): Promise<PollFindings> {
  try {
    const headers = state.ignoreCache ? {} : conditionalHeaders(state.validators);
    return await readResponse(state, await web.get(state.pollUrl, { kind: 'feed', headers }));
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    if (error.kind === 'busy-host') return findings('put-off', { retryAt: error.retryAt });
    return findings('failed', { failure: errorFailure(error) });
  }
}

async function readResponse(state: FeedState, response: WebResponse): Promise<PollFindings> {
  const { status, headers, body, redirects, url } = response;
  const found = { code: status, bytes: body.length, headers, redirects };
  if (status === 304) return findings('unmodified', found);
  if (status === 410) return findings('gone', found);
  if (status < 200 || status > 299) return findings('failed', { ...found, failure: statusFailure(status, url) });
  if (isChallenge(response))
    return findings('failed', {
      ...found,
      failure: { weight: 0.5, error: `${url} answers with a challenge for browsers (Cloudflare).` },
    });
  if (!state.ignoreCache && sameDocument(state.validators, headers)) return findings('unmodified', found);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  if (bodyHash === state.bodyHash) return findings('same-body', { ...found, bodyHash });
  return readDocument(response, { ...found, bodyHash });
}

async function readDocument({ body, headers, url }: WebResponse, found: Partial<PollFindings>): Promise<PollFindings> {
  try {
    const contentType = headers['content-type'];
    const contentLocation = headers['content-location'];
    const feed = await parseFeed(body, {
      url,
      ...(contentType && { contentType }),
      ...(contentLocation && { contentLocation }),
    });
    return findings('entries', { ...found, feed });
  } catch (error) {
    // A document that breaks our own code must not stop its feed from being looked after.
    const failure: PollFailure =
      error instanceof FeedError
        ? errorFailure(error)
        : { weight: 0.5, error: `The document broke the parser: ${messageOf(error)}` };
    return findings('failed', { ...found, failure });
  }
}

function isChallenge({ headers }: WebResponse): boolean {
  return headers['cf-mitigated']?.toLowerCase() === 'challenge';
}
