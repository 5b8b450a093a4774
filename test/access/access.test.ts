import { createRemoteJWKSet, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyBy } from '../../functions/query/access/identify.ts';
import { createQueryApp } from '../../functions/query/app.ts';
import { apiKeyOf, hashOfSecret } from '../../shared/access/api-key.ts';
import type { Role } from '../../shared/access/roles.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';
import { type Issuer, startIssuer } from './issuer.ts';

let corpus: Corpus;
let issuer: Issuer;
let app: ReturnType<typeof createQueryApp>;
beforeAll(async () => {
  corpus = await startCorpus();
  const { runtime } = corpus.harness.pipeline;
  issuer = await startIssuer(runtime.now);
  const signingKeys = createRemoteJWKSet(new URL(issuer.settings.jwksUri));
  const identify = identifyBy({ ...runtime, settings: issuer.settings, signingKeys });
  const asset = async (path: string) =>
    path === '/' ? { body: new TextEncoder().encode('<title>page</title>'), contentType: 'text/html' } : null;
  app = createQueryApp({ ...runtime, asset, access: { settings: issuer.settings, identify } });
}, 120_000);
afterAll(async () => {
  await issuer.served.close();
  await corpus.harness.stop();
});

const now = () => corpus.harness.clock.now;
const store = () => corpus.harness.pipeline.runtime.store;
const list = '/api/disputes/ferry-dispute/statements?limit=1';

const ask = (path: string, bearer?: string, request: RequestInit = {}) =>
  app.request(path, {
    ...request,
    headers: { ...(request.headers as object), ...(bearer && { authorization: `Bearer ${bearer}` }) },
  });

async function markOf(bearer?: string): Promise<Response> {
  const { statements } = await corpus.json(list);
  const { tag, articleId, actor } = statements[0];
  const body = JSON.stringify({ kind: 'statement', tag, articleId, actor, verdict: 'right', who: 'Mallory' });
  const headers = { 'content-type': 'application/json' };
  return ask('/api/disputes/ferry-dispute/marks', bearer, { method: 'POST', headers, body });
}

async function newKey(roles: Role[], changes: object = {}) {
  const { id, secret, text } = apiKeyOf(crypto.getRandomValues(new Uint8Array(40)));
  const at = new Date(now()).toISOString();
  const expiresAt = new Date(now() + 86_400_000).toISOString();
  await store().keys.put({
    ...{ id, roles, expiresAt, hash: hashOfSecret(secret), name: 'test', perMinute: 100 },
    ...{ createdAt: at, createdBy: 'test', ...changes },
  });
  return { id, text };
}

describe('without identity', () => {
  it('no route of the OpenAPI document answers', async () => {
    const { paths } = (await (await ask('/openapi.json')).json()) as { paths: Record<string, object> };
    const asked = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: path.replace(/\{\w+\}/g, 'x') })),
    );
    expect(asked.length).toBeGreaterThan(15);
    for (const { method, path } of asked) {
      const answer = await ask(path, undefined, { method });
      expect([method, path, answer.status]).toEqual([method, path, 401]);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="picketline"');
      expect(await answer.json()).toMatchObject({ status: 401, detail: expect.stringContaining('Sign in') });
    }
  });

  it('neither does an address of the API that is none', async () => {
    expect((await ask('/api/anything')).status).toBe(401);
  });

  it('the page, how to sign in, and the description of the API do', async () => {
    for (const path of ['/', '/sign-in.json', '/docs', '/openapi.json'])
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    expect(await (await ask('/sign-in.json')).json()).toEqual({
      signIn: expect.objectContaining({ clientId: 'page-client', tokenEndpoint: `${issuer.served.url}/token` }),
    });
  });

  it('the page may reach its own server and the issuer, and no other host', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy');
    expect(policy).toContain(`connect-src 'self' ${issuer.served.url};`);
    const local = createQueryApp({ ...corpus.harness.pipeline.runtime, asset: async () => null });
    expect((await local.request('/')).headers.get('content-security-policy')).toContain("connect-src 'self';");
  });
});

describe('a token', () => {
  const read = ['picketline-read'];

  it('of a reader lets read, and not mark', async () => {
    const token = await issuer.token(read, now());
    expect((await ask(list, token)).status).toBe(200);
    const refused = await markOf(token);
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { title: 'Forbidden', detail: expect.stringContaining('role "mark"') },
    ]);
  });

  it('of a marker lets mark, under its subject whatever name is given, and read', async () => {
    const token = await issuer.token(['picketline-mark'], now());
    expect((await ask(list, token)).status).toBe(200);
    const marked = await markOf(token);
    expect([marked.status, await marked.json()]).toMatchObject([201, { who: 'ada-sub' }]);
  });

  it('of a reader lets measure messages, which only reads', async () => {
    const token = await issuer.token(read, now());
    const path = '/api/disputes/ferry-dispute/messages';
    const headers = { 'content-type': 'application/json' };
    const answer = await ask(path, token, { method: 'POST', headers, body: '{"messages":"nonsense"}' });
    expect(answer.status).toBe(400);
  });

  const from = (changes: Record<string, unknown>) => () => issuer.token(read, now(), changes);
  it.each([
    ['that has expired', () => issuer.token(read, now() - 7_200_000), 401, 'expired'],
    ['that is not valid yet', from({ nbf: Math.floor(Date.parse('2030-01-01') / 1_000) }), 401, 'not valid'],
    ['that never expires', from({ exp: undefined }), 401, 'not valid'],
    ['for another audience', from({ aud: 'another' }), 401, 'another service'],
    ['of another client', from({ client_id: 'another' }), 401, 'another service'],
    ['of another issuer', from({ iss: 'https://bad.example' }), 401, 'another issuer'],
    ['of nobody', from({ sub: undefined }), 401, 'not valid'],
    ['signed by another key', () => issuer.forged(read, now()), 401, 'not valid'],
    ['that is no token', async () => 'abc', 401, 'not valid'],
    ['without a role', () => issuer.token(['guests'], now()), 403, 'role "read"'],
    [
      'without a signature (alg: none)',
      async () =>
        new UnsecuredJWT({ iss: issuer.served.url, client_id: 'page-client', 'cognito:groups': ['picketline-read'] })
          .setSubject('mallory')
          .setExpirationTime(Math.floor(now() / 1_000) + 3_600)
          .encode(),
      401,
      'not valid',
    ],
  ] as [string, () => Promise<string>, number, string][])('%s is refused', async (_, token, status, detail) => {
    const answer = await ask(list, await token());
    expect([answer.status, await answer.json()]).toMatchObject([status, { detail: expect.stringContaining(detail) }]);
  });

  it('counts for its audience where it names several', async () => {
    const token = await issuer.token(read, now(), { aud: ['another', 'page-client'], client_id: undefined });
    expect((await ask(list, token)).status).toBe(200);
  });

  it('counts in the header alone: an address may end in a log', async () => {
    const token = await issuer.token(read, now());
    expect((await ask(`${list}&access_token=${token}`)).status).toBe(401);
  });

  it('can’t be judged while the issuer’s keys are not to be had', async () => {
    const { runtime } = corpus.harness.pipeline;
    const unreachable = createRemoteJWKSet(new URL('http://127.0.0.1:9/keys'));
    const identify = identifyBy({ ...runtime, settings: issuer.settings, signingKeys: unreachable });
    await expect(identify(`Bearer ${await issuer.token(read, now())}`)).rejects.toMatchObject({ status: 503 });
  });
});

describe('an API key', () => {
  it('reads with the role to read, marks with the role to mark, and the mark says which key', async () => {
    const reader = await newKey(['read']);
    expect((await ask(list, reader.text)).status).toBe(200);
    expect((await markOf(reader.text)).status).toBe(403);
    const marker = await newKey(['read', 'mark']);
    expect(await (await markOf(marker.text)).json()).toMatchObject({ who: `key:${marker.id}` });
  });

  it('is stored as a hash alone', async () => {
    const { text } = await newKey(['read']);
    const secret = text.slice(text.lastIndexOf('_') + 1);
    expect(JSON.stringify(await toArray(store().keys.scan()))).not.toContain(secret);
  });

  it.each([
    ['revoked', { revokedAt: '2020-03-30T10:00:00.000Z', revokedBy: 'ops' }, 'revoked on 2020-03-30'],
    ['expired', { expiresAt: '2020-04-01T11:59:59.000Z' }, 'expired on 2020-04-01'],
    ['another secret', { hash: hashOfSecret('another') }, 'no such API key'],
  ])('%s is refused', async (_, changes, detail) => {
    const { text } = await newKey(['read'], changes);
    const answer = await ask(list, text);
    expect([answer.status, await answer.json()]).toMatchObject([401, { detail: expect.stringContaining(detail) }]);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('that nobody made is refused, and so is what only begins like one', async () => {
    for (const text of [`plk_${'0'.repeat(16)}_${'A'.repeat(43)}`, 'plk_', 'plk_x_y'])
      expect((await ask(list, text)).status).toBe(401);
  });

  it('may ask so often a minute, also when it asks all at once, and again in the next minute', async () => {
    const { id, text } = await newKey(['read'], { perMinute: 3 });
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await ask(list, text)).status));
    expect(statuses.sort()).toEqual([200, 200, 200, 429, 429]);
    const refused = await ask(list, text);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('3 times a minute') });
    const uses = await toArray(store().keyUses.query({ id }, 'minute'));
    expect(uses).toMatchObject([{ minute: '2020-04-01T12:00Z', uses: 3, expires: expect.any(Number) }]);
    corpus.harness.clock.now += 60_000;
    expect((await ask(list, text)).status).toBe(200);
  });

  it('with a wrong secret uses nothing up', async () => {
    const { id, text } = await newKey(['read'], { perMinute: 1 });
    await ask(list, `${text.slice(0, -3)}AAA`);
    expect(await toArray(store().keyUses.query({ id }, 'minute'))).toEqual([]);
    expect((await ask(list, text)).status).toBe(200);
  });
});
