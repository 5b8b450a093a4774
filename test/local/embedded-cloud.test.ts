import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { startCloud } from '../../local/embedded-cloud.ts';

/** Longer than the five seconds after which Node's servers close connections that nobody uses. */
const busyMilliseconds = 7_000;
const requests = 200;

it('a process too busy to use its connections for a while finds the database there afterwards', async () => {
  const cloud = await startCloud({ folder: null });
  const askAll = () =>
    Promise.all(Array.from({ length: requests }, () => cloud.dynamodb.send(new ListTablesCommand({}))));
  try {
    await askAll();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, busyMilliseconds);
    await expect(askAll()).resolves.toHaveLength(requests);
  } finally {
    await cloud.stop();
  }
});
