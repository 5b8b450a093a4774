import { z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';

/** RFC 9457 problem details, with the parameter at fault and what it may be. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    parameter: z.string().optional(),
    allowed: z.array(z.string()).optional(),
  })
  .openapi('Problem');

const titles = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Service unavailable',
} as const;

type Status = keyof typeof titles;

/** A refusal that names the parameter and what it may be. */
export function problem(
  status: Status,
  parameter: string,
  detail: string,
  allowed?: string[],
  headers: Record<string, string> = {},
): HTTPException {
  return new HTTPException(status, { res: answer(status, detail, parameter, allowed, headers) });
}

/** The parameter that a schema refused, as a problem. */
export function schemaProblem({ issues: [issue] }: z.ZodError): Response {
  const allowed = issue?.code === 'invalid_value' ? issue.values.map(String) : undefined;
  const parameter = issue?.path.map(String).join('.') || 'request';
  return answer(400, `${parameter}: ${issue?.message ?? 'not valid'}.`, parameter, allowed);
}

/** What went wrong on our side: it is logged, and nothing of it is told. */
export const internalProblem = (): Response => answer(500, 'The request failed; it is logged.');

function answer(
  status: Status,
  detail: string,
  parameter?: string,
  allowed?: string[],
  headers: Record<string, string> = {},
): Response {
  const body: z.infer<typeof problemSchema> = {
    type: 'about:blank',
    title: titles[status],
    status,
    detail,
    parameter,
    allowed,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
  });
}
