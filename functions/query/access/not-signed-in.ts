import type { HTTPException } from 'hono/http-exception';
import { problem } from '../problem.ts';

/** A 401 problem with the challenge that RFC 6750 (section 3) asks for; `invalid_token` where one was sent. */
export const notSignedIn = (detail: string, sent = false): HTTPException =>
  problem(401, 'authorization', detail, undefined, {
    'www-authenticate': `Bearer realm="picketline"${sent ? ', error="invalid_token"' : ''}`,
  });
