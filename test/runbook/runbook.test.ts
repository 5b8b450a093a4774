import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelsOf, channelsOfSecret } from '../../functions/channels.ts';
import { sendDigests } from '../../functions/digest/send-digests.ts';
import { reopenForTagging } from '../../functions/tag/reopen.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { tables as definitions } from '../../shared/store/tables.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { differences, dumpTables } from '../dump-tables.ts';
import { comparable } from '../faults/comparable.ts';
import { ferryCodebook } from '../pipeline/harness.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';
import { answer, startWebhook } from '../webhook-server.ts';

/** Steps of RUNBOOK.md that a machine can take, taken. Replaying dead letters: test/local/killed-replay.test.ts, test/faults. */
let corpus: Corpus;
beforeAll(async () => {
  corpus = await startCorpus();
}, 120_000);
afterAll(() => corpus.harness.stop());

const runbook = readFileSync(join(import.meta.dirname, '..', '..', 'RUNBOOK.md'), 'utf8');
const store = () => corpus.harness.pipeline.runtime.store;

/** `picketline retag`, with `--all` where everything is to be tagged anew. @returns how many articles were */
async function retag({ all = false } = {}): Promise<number> {
  const { runtime, drain } = corpus.harness.pipeline;
  const progress = await toArray(reopenForTagging(runtime, { batch: 3, all }));
  await drain();
  return progress.at(-1)!.sent;
}

const outcome = async () => comparable(await dumpTables(store()));

it.each(['Restore a table', 'Roll back a codebook', 'Rotate the Slack webhook'])('has the heading "%s"', (heading) => {
  expect(runbook).toContain(`\n## ${heading}\n`);
});

describe('Restore a table', () => {
  const lost = [
    ['trends'],
    ['mentions', 'trends'],
    ['statements', 'trends'],
    ['mentions', 'statements', 'trends'],
  ] as const;

  it.each(lost.map((names) => [names]))('what was lost of %s comes back by tagging everything anew', async (names) => {
    const before = await outcome();
    for (const name of names) await empty(name);
    expect(differences(before, await outcome())).not.toEqual([]);
    expect(await retag({ all: true })).toBe(8);
    expect(differences(before, await outcome())).toEqual([]);
  });

  it('but not what the feeds brought on past days: that takes a restored table', async () => {
    const row = { series: 'ferry-dispute#~feeds', day: '2020-03-16', feeds: {} };
    await store().coverage.put(row as never);
    await empty('trends');
    await retag({ all: true });
    expect(await store().coverage.get({ series: row.series, day: row.day })).toBeUndefined();
    expect(runbook).toMatch(/Restore `Trends`[^\n]*coverage/);
  });

  async function empty(name: 'trends' | 'mentions' | 'statements'): Promise<void> {
    const table = store()[name];
    const { partition, sort } =
      definitions[({ trends: 'Trends', mentions: 'Mentions', statements: 'Statements' } as const)[name]];
    for await (const row of table.scan()) {
      const fields = row as unknown as Record<string, string>;
      const key = { [partition.name]: fields[partition.name], [sort!.name]: fields[sort!.name] };
      await table.delete(key as never);
    }
  }
});

describe('Roll back a codebook', () => {
  it('gives every row and point back that the older version had', async () => {
    const before = await outcome();
    const older = ferryCodebook();
    const younger = ferryCodebook({ actors: older.actors.filter(({ id }) => id !== 'line') });
    for (const codebook of [younger, older]) {
      await publishCodebook(store(), codebook, new Date(corpus.harness.clock.now).toISOString());
      // Workers remember codebooks for a minute.
      corpus.harness.clock.now += 120_000;
      expect(await retag()).toBe(8);
    }
    const { Codebooks: _, ...after } = await outcome();
    const { Codebooks: __, ...expected } = before;
    expect(differences(expected, after)).toEqual([]);
  });
});

describe('Rotate the Slack webhook', () => {
  it('the next run sends to the new address what the old one refused; nothing is sent twice', async () => {
    const day = '2020-03-31';
    const ports = { ...corpus.harness.pipeline.runtime, dashboardUrl: null };
    const revoked = await startWebhook([answer(404, {}, 'no_service'), answer(200)]);
    const fresh = await startWebhook([answer(200), answer(200)]);
    const allowList = [...revoked.allowList, ...fresh.allowList];
    const run = (address: string) => sendDigests(channelsOf(address, { allowList, wait: async () => {} }), ports, day);
    expect((await run(revoked.url)).failures).toHaveLength(1);
    await run(revoked.url);
    expect([revoked.bodies.length, fresh.bodies.length]).toEqual([1, 0]);
    expect((await run(fresh.url)).sent).toHaveLength(1);
    await run(fresh.url);
    expect([revoked.bodies.length, fresh.bodies.length]).toEqual([1, 1]);
    await Promise.all([revoked.close(), fresh.close()]);
  });

  it('the secret is read at every run', async () => {
    const secrets = mockClient(SecretsManagerClient);
    const keys: string[] = [];
    for (const address of ['https://hooks.example/old', 'https://hooks.example/new']) {
      secrets.on(GetSecretValueCommand, { SecretId: 'webhook' }).resolves({ SecretString: address });
      const [channel] = await channelsOfSecret('webhook');
      keys.push(channel!.addressKey);
    }
    expect(new Set(keys).size).toBe(2);
    secrets.restore();
  });
});
