import { HTTPException } from 'hono/http-exception';

/** A refusal as RFC 9457 problem details: names the parameter and what it may be. */
export function problem(status: 400 | 404, parameter: string, detail: string, allowed?: string[]): HTTPException {
  const body = {
    type: 'about:blank',
    title: status === 404 ? 'Not found' : 'Bad request',
    status,
    detail,
    parameter,
    allowed,
  };
  return new HTTPException(status, {
    res: new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } }),
  });
}
