import { once } from 'node:events';
import { CreateTableCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { AbstractValueIterator } from 'abstract-level';
import dynalite from 'dynalite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import '../../local/close-iterators.mjs';

const server = dynalite({ createTableMs: 0 });
let client: DynamoDBClient;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new DynamoDBClient({ region: 'eu-west-2', endpoint: `http://127.0.0.1:${port}`, credentials });
  await client.send(
    new CreateTableCommand({
      TableName: 'rows',
      AttributeDefinitions: ['id', 'at'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  for (const at of ['1', '2', '3'])
    await client.send(new PutItemCommand({ TableName: 'rows', Item: { id: { S: 'a' }, at: { S: at } } }));
});
afterAll(() => {
  client.destroy();
  server.close();
});

it.each([
  ['read to its end', undefined],
  ['cut short', 1],
])('a query %s leaves no iterator open in the embedded DynamoDB', async (_, Limit) => {
  const closed = vi.spyOn(AbstractValueIterator.prototype, 'close');
  await client.send(
    new QueryCommand({
      TableName: 'rows',
      KeyConditionExpression: 'id = :id',
      ExpressionAttributeValues: { ':id': { S: 'a' } },
      Limit,
    }),
  );
  await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1));
  closed.mockRestore();
});
