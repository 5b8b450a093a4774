import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  ProvisionedThroughputExceededException,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { Table } from '../../shared/store/table.ts';

const client = mockClient(DynamoDBClient);
const table = new Table<{ id: string; n: number }>(new DynamoDBClient({ region: 'eu-west-2' }), 'things');
beforeEach(() => client.reset());

const item = (id: string) => ({ id: { S: id }, n: { N: '1' } });

describe('failures that the embedded store can’t produce', () => {
  it('keys that DynamoDB left unprocessed are asked again until all are read', async () => {
    client
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { things: [item('a')] }, UnprocessedKeys: { things: { Keys: [{ id: { S: 'b' } }] } } })
      .resolvesOnce({ Responses: { things: [item('b')] } });
    expect(await table.getAll([{ id: 'a' }, { id: 'b' }])).toEqual([
      { id: 'a', n: 1 },
      { id: 'b', n: 1 },
    ]);
    expect(client.commandCalls(BatchGetItemCommand)[1]?.args[0].input.RequestItems).toEqual({
      things: { Keys: [{ id: { S: 'b' } }] },
    });
  });

  it('more keys than one request may hold are asked in several', async () => {
    client.on(BatchGetItemCommand).resolves({ Responses: { things: [] } });
    await table.getAll(Array.from({ length: 250 }, (_, index) => ({ id: String(index) })));
    expect(
      client.commandCalls(BatchGetItemCommand).map(({ args }) => args[0].input.RequestItems?.things?.Keys?.length),
    ).toEqual([100, 100, 50]);
  });

  it('a condition that doesn’t hold is an answer', async () => {
    client.on(PutItemCommand).rejects(new ConditionalCheckFailedException({ message: 'no', $metadata: {} }));
    expect(await table.putIf({ id: 'a', n: 1 }, { text: 'attribute_not_exists(id)' })).toBe(false);
  });

  it('a throttled write is an error, never taken for an unmet condition', async () => {
    client
      .on(PutItemCommand)
      .rejects(new ProvisionedThroughputExceededException({ message: 'slow down', $metadata: {} }));
    await expect(table.putIf({ id: 'a', n: 1 }, { text: 'attribute_not_exists(id)' })).rejects.toThrow('slow down');
  });
});
