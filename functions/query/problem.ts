import { HTTPException } from 'hono/http-exception';

const titles = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  415: 'Unsupported media type',
};

/** A refusal as RFC 9457 problem details: names the parameter and what it may be. */
export function problem(
  status: keyof typeof titles,
  parameter: string,
  detail: string,
  allowed?: string[],
): HTTPException {
  const body = { type: 'about:blank', title: titles[status], status, detail, parameter, allowed };
  return new HTTPException(status, {
    res: new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } }),
  });
}
