import type { Context } from 'hono';
import { problem } from './problem.ts';

/**
 * Who sends a request, as the gateway has found out: the subject of a token (JWT) or the ARN of IAM credentials.
 * Null when the request is anonymous.
 */
export type SubjectOf = (context: Context) => string | null;

interface GatewayEvent {
  requestContext?: {
    authorizer?: { jwt?: { claims?: { sub?: string } }; iam?: { userArn?: string } };
  };
}

/** The subject that API Gateway's authorizer put into the Lambda event. */
export const subjectOfGateway: SubjectOf = (context) => {
  const { event } = context.env as { event?: GatewayEvent };
  const authorizer = event?.requestContext?.authorizer;
  return authorizer?.jwt?.claims?.sub ?? authorizer?.iam?.userArn ?? null;
};

/**
 * Whose name a mark is kept under: the signed-in subject, or on a server without sign-in the name that was given.
 * @throws a 401 problem when a sign-in is due, a 400 problem when a name is
 */
export function personOf(context: Context, subjectOf: SubjectOf | undefined, given: string | undefined): string {
  if (subjectOf) {
    const subject = subjectOf(context);
    if (subject === null) throw problem(401, 'who', 'Sign in to mark a tag.');
    return subject;
  }
  if (!given) throw problem(400, 'who', 'Say who you are: a mark is kept with its author.');
  return given;
}
