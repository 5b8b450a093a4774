import { WebError, type WebErrorKind } from './web-error.ts';

const kindByCode: Record<string, [WebErrorKind, boolean]> = {
  PICKETLINE_REFUSED_ADDRESS: ['refused-address', false],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', true],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', true],
  UND_ERR_BODY_TIMEOUT: ['timeout', true],
  ETIMEDOUT: ['timeout', true],
  // The resolver is asking for patience; ENOTFOUND says the name does not exist.
  EAI_AGAIN: ['dns', true],
  ENOTFOUND: ['dns', false],
  ENODATA: ['dns', false],
  EPROTO: ['tls', true],
};
const tlsCode = /CERT|SSL|TLS|SIGNATURE|UNABLE_TO/;

/** Names a failure of undici, Node's sockets or its resolver in our own words. A WebError passes through. */
export function toWebError(error: unknown, url: string, timedOut: boolean): WebError {
  if (error instanceof WebError) return error;
  if (timedOut)
    return new WebError('timeout', `${url} did not answer in time.`, { transient: true, url, cause: error });
  const code = errorCode(error);
  const [kind, transient] = kindByCode[code] ?? [tlsCode.test(code) ? 'tls' : 'connection', true];
  return new WebError(kind, `${url} could not be read: ${(error as Error).message}`, { transient, url, cause: error });
}

function errorCode(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? '' : errorCode(cause);
}
