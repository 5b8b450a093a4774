import type { Readable } from 'node:stream';
import { type Dispatcher, request } from 'undici';

/** A response whose body has not been read. */
export interface Hop {
  status: number;
  /** Names in lower case; a header sent twice is joined by a comma. */
  headers: Record<string, string>;
  body: Readable & { dump(options: { limit: number }): Promise<void> };
}

/** Sends one GET and follows nothing. The signal is the only time limit: undici's own start anew with every byte. */
export async function sendRequest(
  url: URL,
  headers: Record<string, string>,
  options: { dispatcher: Dispatcher; signal: AbortSignal },
): Promise<Hop> {
  const answer = await request(url, { ...options, headers, headersTimeout: 0, bodyTimeout: 0 });
  return { status: answer.statusCode, headers: flatten(answer.headers), body: answer.body };
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== undefined,
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]),
  );
}
