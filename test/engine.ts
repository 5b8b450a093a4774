import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';

/**
 * The DynamoDB that a test's pipeline runs on: the embedded one, or under `.ci/dynamodb-local` AWS's own engine, with
 * tables of its own (the engine keeps those of each access key apart).
 */
export function testEngine(): { dynamodbEndpoint?: string } {
  const address = inject('dynamodbLocal');
  if (address === null) return {};
  const url = new URL(address);
  url.username = `K${randomBytes(8).toString('hex')}`;
  return { dynamodbEndpoint: url.href };
}
