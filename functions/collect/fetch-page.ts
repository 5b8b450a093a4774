import { PermanentError, TransientError } from '../../shared/errors.ts';
import type { WebClient, WebResponse } from '../../shared/web/web-client.ts';
import { WebError } from '../../shared/web/web-error.ts';

/** A page that was fetched; or why only the feed's own text is left; or when its busy host may be asked. */
export type FetchedPage = { page: WebResponse } | { page: null; reason: 'robots' } | { retryAt: number };

/** Statuses that another try may turn into a page (RFC 9110 15.5.9, 15.6; RFC 6585 4). */
const transientStatuses = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Asks for an article's page.
 * @throws TransientError when asking again may help
 * @throws PermanentError when it can't: `http-404`, `not-html`, or the kind of the WebError
 */
export async function fetchPage(url: string, web: Pick<WebClient, 'get'>): Promise<FetchedPage> {
  const answer = await askFor(url, web);
  if ('retryAt' in answer || 'reason' in answer) return answer;
  const response = answer.page;
  const { status } = response;
  if (transientStatuses.has(status)) {
    throw new TransientError(`${url} answered ${status}.`, 'It is asked again; nothing to do.');
  }
  if (status < 200 || status > 299) {
    throw new PermanentError(`http-${status}`, `${url} answered ${status}.`, 'The article is kept as failed.');
  }
  if (!isHtml(response)) {
    const type = response.headers['content-type'];
    throw new PermanentError('not-html', `${url} is no web page (${type}).`, 'The article is kept as failed.');
  }
  return { page: response };
}

async function askFor(url: string, web: Pick<WebClient, 'get'>): Promise<FetchedPage> {
  try {
    return { page: await web.get(url, { kind: 'page' }) };
  } catch (thrown) {
    if (!(thrown instanceof WebError)) throw thrown;
    if (thrown.kind === 'robots') return { page: null, reason: 'robots' };
    if (thrown.kind === 'busy-host' && thrown.retryAt !== null) return { retryAt: thrown.retryAt };
    if (thrown.transient)
      throw new TransientError(thrown.message, 'It is asked again; nothing to do.', { cause: thrown });
    throw new PermanentError(thrown.kind, thrown.message, 'The article is kept as failed.', { cause: thrown });
  }
}

/** A server that names no type is given the benefit of the doubt. */
function isHtml(response: WebResponse): boolean {
  const type = response.headers['content-type'] ?? 'text/html';
  return /html|xml/i.test(type);
}
