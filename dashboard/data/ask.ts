import { currentToken, forgetToken } from './token.ts';

/** The API refused or failed; the message is its own explanation. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const kept = new Map<string, Promise<unknown>>();
/** Answers remembered: enough for going back and forth, few enough to stay small. */
const mostKept = 60;

/**
 * Asks the API, or gives what it answered before on this page.
 * @throws ApiError with the API's explanation, or what to do when it can't be reached
 */
export function ask<T>(path: string): Promise<T> {
  const known = kept.get(path) as Promise<T> | undefined;
  if (known) return known;
  const answer = read<T>(path);
  kept.set(path, answer);
  answer.catch(() => kept.delete(path));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return answer;
}

/** Forgets answers whose path holds the text, since what they tell has changed. */
export function forget(part: string): void {
  for (const path of kept.keys()) if (path.includes(part)) kept.delete(path);
}

/** Sends JSON. @throws ApiError */
export const send = <T>(path: string, body: object): Promise<T> =>
  read<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Where the server asks for a sign-in the person is sent there; one that it does not accept is told, lest the two play ball. */
async function read<T>(path: string, request: RequestInit = {}): Promise<T> {
  const token = currentToken();
  const headers = { ...(request.headers as object), ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(path, { ...request, headers }).catch(() => {
    throw new ApiError(0, 'The server can’t be reached. Check that Picketline is running, then try again.');
  });
  const body = await answer.json().catch(() => null);
  if (answer.ok) return body as T;
  if (answer.status === 401) {
    forgetToken();
    const { beginSignIn } = await import('./sign-in.ts');
    // The page is left: nothing is answered any more.
    if (token === null && (await beginSignIn())) return new Promise(() => {});
  }
  const detail = (body as { detail?: string } | null)?.detail;
  throw new ApiError(answer.status, detail ?? `The server answered ${answer.status}. Try again in a minute.`);
}
