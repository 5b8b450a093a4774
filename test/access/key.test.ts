import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyVerifier } from '../../functions/query/access/key-verifier.ts';
import { createKey, listKeys, revokeKey } from '../../local/commands/key.ts';
import { apiKeyOf, parseApiKey } from '../../shared/access/api-key.ts';
import { keyState } from '../../shared/access/key-life.ts';
import { type Harness, startHarness } from '../pipeline/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
}, 60_000);
afterAll(() => harness.stop());

describe('picketline key', () => {
  it('makes a key that is good until it is revoked; the record says who did what when', async () => {
    const { runtime } = harness.pipeline;
    const verify = keyVerifier(runtime.store, runtime.now);
    const asked = { role: 'mark', days: 30, perMinute: 60, by: 'ada' } as const;
    const { key, text } = await createKey('weekly export', asked, runtime);
    expect(await verify(text)).toEqual({ subject: `key:${key.id}`, roles: ['read', 'mark'] });
    const now = new Date(runtime.now()).toISOString();
    expect(await listKeys(runtime.store, now)).toEqual([
      {
        ...{ id: key.id, name: 'weekly export', roles: ['read', 'mark'], perMinute: 60, state: 'good' },
        ...{ createdAt: now, createdBy: 'ada', expiresAt: '2020-04-09T12:00:00.000Z', lastUsed: '2020-03-10T12:00Z' },
      },
    ]);
    await revokeKey(text, 'ben', runtime);
    await expect(verify(text)).rejects.toMatchObject({ status: 401 });
    harness.clock.now += 60_000;
    expect(await revokeKey(key.id, 'cem', runtime)).toMatchObject({ revokedAt: now, revokedBy: 'ben' });
  });

  it('names a key that is none', async () => {
    await expect(revokeKey('0123', 'ada', harness.pipeline.runtime)).rejects.toThrow('There is no API key 0123');
    expect(await harness.pipeline.runtime.store.keys.get({ id: '0123' })).toBeUndefined();
  });
});

describe('the text of a key', () => {
  it('can be taken apart into what it was made of', () => {
    const { id, secret, text } = apiKeyOf(new Uint8Array(40).fill(255));
    expect(id).toBe('f'.repeat(16));
    expect(parseApiKey(text)).toEqual({ id, secret });
  });

  it.each([
    ['nothing', ''],
    ['another prefix', `abc_${'0'.repeat(16)}_${'A'.repeat(43)}`],
    ['a short secret', `plk_${'0'.repeat(16)}_${'A'.repeat(42)}`],
    ['a line break', `plk_${'0'.repeat(16)}_${'A'.repeat(43)}\n`],
  ])('%s is none', (_, text) => {
    expect(parseApiKey(text)).toBeNull();
  });

  it('is never made of too little', () => {
    expect(() => apiKeyOf(new Uint8Array(16))).toThrow('40 random bytes');
  });
});

it.each([
  ['good', {}],
  ['expired', { expiresAt: '2020-03-01T00:00:00.000Z' }],
  ['revoked', { revokedAt: '2020-03-01T00:00:00.000Z' }],
  ['revoked', { revokedAt: '2020-02-01T00:00:00.000Z', expiresAt: '2020-03-01T00:00:00.000Z' }],
])('a key is %s', (state, changes) => {
  expect(keyState({ expiresAt: '2020-04-01T00:00:00.000Z', ...changes }, '2020-03-01T00:00:00.000Z')).toBe(state);
});
