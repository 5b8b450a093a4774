import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Served, serve } from '../../local/serve.ts';
import type { AccessSettings } from '../../shared/access/settings.ts';

export interface Issuer {
  served: Served;
  settings: AccessSettings;
  /** A good token of a person with the groups, valid from `now` for an hour, with changes. */
  token(groups: string[], now: number, changes?: Record<string, unknown>): Promise<string>;
  /** One signed by a key that the issuer doesn't have. */
  forged(groups: string[], now: number): Promise<string>;
  /** Whom the next sign-in is for. */
  groups: string[];
  /** Codes given out, with their challenge: each is good once. */
  codes: Map<string, { challenge: string; nonce: string | null }>;
}

const audience = 'page-client';

/** An OpenID Connect issuer on the loopback address, with real RS256 keys. It signs everybody in at once. */
export async function startIssuer(now: () => number): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const codes: Issuer['codes'] = new Map();
  const served = await serve((request) => answer(request), 0, '--port');
  const sign = (key: CryptoKey, groups: string[], at: number, changes: Record<string, unknown> = {}) =>
    new SignJWT({
      ...{ iss: served.url, sub: 'ada-sub', client_id: audience, 'cognito:groups': groups },
      ...{ iat: seconds(at), exp: seconds(at) + 3_600, ...changes },
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .sign(key);
  const issuer: Issuer = {
    ...{ served, codes, groups: ['picketline-mark'] },
    settings: {
      issuer: served.url,
      jwksUri: `${served.url}/keys`,
      authorizationEndpoint: `${served.url}/authorize`,
      tokenEndpoint: `${served.url}/token`,
      logoutEndpoint: `${served.url}/logout?client_id=${audience}&logout_uri=`,
      clientId: audience,
      audience,
      scope: 'openid',
      rolesClaim: 'cognito:groups',
      roles: { read: ['picketline-read'], mark: ['picketline-mark'] },
    },
    token: (groups, at, changes) => sign(privateKey, groups, at, changes),
    forged: async (groups, at) => sign((await generateKeyPair('RS256')).privateKey, groups, at),
  };

  async function answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/keys') return Response.json({ keys: [jwk] });
    if (pathname === '/authorize') return authorize(searchParams);
    if (pathname === '/token') return exchange(new URLSearchParams(await request.text()));
    if (pathname === '/logout') return new Response('signed out');
    return new Response('', { status: 404 });
  }

  /** RFC 6749, section 4.1.2, with the challenge of RFC 7636. */
  function authorize(asked: URLSearchParams): Response {
    if (asked.get('code_challenge_method') !== 'S256') return new Response('PKCE is missing', { status: 400 });
    const code = randomUUID();
    codes.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') });
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return new Response(null, { status: 302, headers: { location: back.href } });
  }

  async function exchange(asked: URLSearchParams): Promise<Response> {
    const headers = { 'access-control-allow-origin': '*' };
    const given = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    if (!given || given.challenge !== (await challengeOf(asked.get('code_verifier') ?? '')))
      return Response.json({ error: 'invalid_grant' }, { status: 400, headers });
    const access_token = await issuer.token(issuer.groups, now());
    const id_token = await issuer.token(issuer.groups, now(), { aud: audience, nonce: given.nonce ?? undefined });
    return Response.json({ access_token, id_token, token_type: 'Bearer', expires_in: 3_600 }, { headers });
  }
  return issuer;
}

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1_000);

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return Buffer.from(digest).toString('base64url');
}
