import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { TransientError } from '../../shared/errors.ts';
import { createQueues } from '../../shared/queue/queues.ts';

const client = mockClient(SQSClient);
const queues = createQueues(new SQSClient({ region: 'eu-west-2' }), {
  queue: { tag: 'https://sqs.example/tag' },
  deadLetters: { tag: 'https://sqs.example/dead' },
});
beforeEach(() => client.reset());

const messages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ v: 1 as const, articleId: String(index) }));

describe('sending', () => {
  it('a batch of which SQS took only a part is an error: the work is done again rather than lost', async () => {
    client.on(SendMessageBatchCommand).resolves({
      Successful: [],
      Failed: [{ Id: '1', Code: 'InternalError', Message: 'try later', SenderFault: false }],
    });
    await expect(queues.send('tag', messages(2))).rejects.toThrow(TransientError);
  });

  it('sends ten messages a request, the most that SQS takes', async () => {
    client.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
    await queues.send('tag', messages(23));
    expect(client.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries?.length)).toEqual([
      10, 10, 3,
    ]);
  });
});

it('a message that is laid aside keeps its body and carries the reason, cut to what an attribute may hold', async () => {
  client.on(SendMessageCommand).resolves({});
  await queues.bury('tag', '{"broken', 'unreadable-message '.repeat(50));
  const input = client.commandCalls(SendMessageCommand)[0]?.args[0].input;
  expect(input).toMatchObject({ QueueUrl: 'https://sqs.example/dead', MessageBody: '{"broken' });
  expect(input?.MessageAttributes?.reason?.StringValue?.length).toBe(250);
});
