import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { variableOf } from '../shared/config.ts';
import { SettingError } from '../shared/errors.ts';
import type { QueueName } from '../shared/messages.ts';
import type { QueueUrls } from '../shared/queue/queues.ts';
import { queues, type TableName } from '../shared/stages.ts';
import { createTableInput } from '../shared/store/create-table-input.ts';
import { tables } from '../shared/store/tables.ts';

/** A table's name in a local run: that of a deployed stack where the environment gives it, as it does for the functions. */
export const localTableName = (table: TableName): string =>
  process.env[variableOf.table(table)] ?? `picketline-${table.toLowerCase()}`;

/** Whether the environment names a deployed stack's tables and queues: nothing is created then. */
const isDeployed = () => process.env[variableOf.table('Articles')] !== undefined;

/**
 * Creates the tables that don't exist yet.
 * @throws {SettingError} when one stands there with other keys: another version of Picketline made it
 */
export async function createTables(client: DynamoDBClient): Promise<void> {
  if (isDeployed()) return;
  for (const [table, definition] of Object.entries(tables) as [TableName, (typeof tables)[TableName]][]) {
    const input = createTableInput(localTableName(table), definition);
    try {
      await client.send(new CreateTableCommand(input));
    } catch (thrown) {
      if (!(thrown instanceof ResourceInUseException)) throw thrown;
      await refuseOtherKeys(client, input);
    }
    await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05 }, { TableName: input.TableName });
  }
}

async function refuseOtherKeys(client: DynamoDBClient, wanted: CreateTableCommandInput): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: wanted.TableName }));
  const keysOf = (keys: KeySchemaElement[] | undefined) =>
    (keys ?? []).map(({ AttributeName }) => AttributeName).join();
  const standing = new Map(Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema }) => [IndexName, KeySchema]));
  const others = (wanted.GlobalSecondaryIndexes ?? []).filter(
    ({ IndexName, KeySchema }) => keysOf(standing.get(IndexName)) !== keysOf(KeySchema),
  );
  if (others.length === 0 && keysOf(Table?.KeySchema) === keysOf(wanted.KeySchema)) return;
  throw new SettingError(
    `The table ${wanted.TableName} in the data folder was made by another version of Picketline: its keys are others.`,
    'Name a new data folder (--data) or, for the demo, begin again with --fresh; or go on with the version that made it.',
  );
}

/** Seconds a message may be worked on before it is taken for lost: pages of one host are fetched five seconds apart. */
const workSeconds = '600';

/** Creates every queue with its dead-letter queue, as `infra/` does. */
export async function createQueueResources(client: SQSClient): Promise<QueueUrls> {
  const urls: QueueUrls = { queue: {} as QueueUrls['queue'], deadLetters: {} as QueueUrls['deadLetters'] };
  if (isDeployed()) {
    for (const { name } of queues) {
      urls.queue[name] = named(variableOf.queue(name));
      urls.deadLetters[name] = named(variableOf.deadLetters(name));
    }
    return urls;
  }
  for (const { name, waker } of queues) {
    urls.deadLetters[name] = await createQueue(client, `picketline-${name}-dead-letters`, {});
    urls.queue[name] = await createQueue(client, `picketline-${name}`, {
      VisibilityTimeout: workSeconds,
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: await arnOf(client, urls.deadLetters[name]),
        maxReceiveCount: waker.maxReceives,
      }),
    });
  }
  return urls;
}

function named(variable: string): string {
  const value = process.env[variable];
  if (!value)
    throw new SettingError(`${variable} is not set.`, 'Set all variables of the deployed functions (RUNBOOK.md).');
  return value;
}

async function createQueue(client: SQSClient, name: string, attributes: Record<string, string>): Promise<string> {
  const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  return QueueUrl!;
}

async function arnOf(client: SQSClient, url: string): Promise<string> {
  const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] });
  return (await client.send(command)).Attributes!.QueueArn!;
}

/** How many messages wait or are being worked on. */
export async function openMessages(client: SQSClient, urls: QueueUrls): Promise<number> {
  const counts = await Promise.all(
    (Object.keys(urls.queue) as QueueName[]).map(async (name) => {
      const { Attributes = {} } = await client.send(
        new GetQueueAttributesCommand({
          QueueUrl: urls.queue[name],
          AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
        }),
      );
      return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
