import type { Context, MiddlewareHandler } from 'hono';
import type { Identity, Role } from '../../../shared/access/roles.ts';
import { problem } from '../problem.ts';
import type { Identify } from './identify.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who sends the request; undefined on a server where nobody signs in. */
    identity: Identity | undefined;
  }
}

/** What is asked by POST only because it is too long for an address. */
const readingPosts = [/^\/api\/disputes\/[^/]+\/messages$/];

/** The role that a request needs: whatever isn't known to read only, writes. */
export function roleFor(method: string, path: string): Role {
  const reads =
    method === 'GET' || method === 'HEAD' || (method === 'POST' && readingPosts.some((form) => form.test(path)));
  return reads ? 'read' : 'mark';
}

const needs: Record<Role, string> = {
  read: 'Reading needs the role "read". Ask whoever runs Picketline to put you into its group of readers.',
  mark: 'Writing needs the role "mark", and you may only read. Ask whoever runs Picketline to put you into its group of markers.',
};

/**
 * Lets through whoever has the role that the request needs. Without `identify` everybody may do everything: that is for
 * servers that only this machine can reach.
 * @throws a 401 problem when nobody is signed in, a 403 problem when the role is missing
 */
export function requireRole(identify: Identify | undefined): MiddlewareHandler {
  return async (context, next) => {
    if (identify) {
      const identity = await identify(context.req.header('authorization'));
      const role = roleFor(context.req.method, context.req.path);
      if (!identity.roles.includes(role)) throw problem(403, 'authorization', needs[role]);
      context.set('identity', identity);
    }
    await next();
  };
}

/**
 * Whose name a mark is kept under: the signed-in subject, or on a server without sign-in the name that was given.
 * @throws a 400 problem when a name is due
 */
export function personOf(context: Context, given: string | undefined): string {
  const who = context.get('identity')?.subject ?? given;
  if (!who) throw problem(400, 'who', 'Say who you are: a mark is kept with its author.');
  return who;
}
