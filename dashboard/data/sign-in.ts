import * as oauth from 'oauth4webapi';
import type { SignInSettings } from '../../shared/access/settings.ts';
import { forgetToken, keepToken } from './token.ts';

/** What must be known again when the issuer sends the person back. */
interface Begun {
  state: string;
  nonce: string;
  verifier: string;
  /** Path and query that were asked for. */
  address: string;
}

const begunKey = 'picketline-sign-in';
/** Where the issuer gives no time. */
const usualSeconds = 3_600;

/**
 * Sends the person to the issuer: authorization code flow with PKCE (RFC 6749, 7636; RFC 9700, section 2.1). Returns false
 * where the server asks for no sign-in; otherwise the page is left.
 */
export async function beginSignIn(): Promise<boolean> {
  const settings = await readSettings();
  if (!settings) return false;
  const begun: Begun = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    address: `${location.pathname}${location.search}`,
  };
  sessionStorage.setItem(begunKey, JSON.stringify(begun));
  const target = new URL(settings.authorizationEndpoint);
  const parameters = {
    ...{ response_type: 'code', client_id: settings.clientId, redirect_uri: redirectUri(), scope: settings.scope },
    ...{ state: begun.state, nonce: begun.nonce, code_challenge_method: 'S256' },
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
  };
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  location.assign(target);
  return true;
}

/**
 * Takes the code that the issuer sent back, keeps the token, and puts the address asked for back into the bar.
 * @throws Error when the answer is not one to this page's question, or the issuer refuses
 */
export async function finishSignIn(): Promise<void> {
  const settings = await readSettings();
  const kept = sessionStorage.getItem(begunKey);
  sessionStorage.removeItem(begunKey);
  if (!settings || kept === null) throw new Error('No sign-in was begun in this tab. Load the page without “code”.');
  const begun = JSON.parse(kept) as Begun;
  const server = serverOf(settings);
  const client: oauth.Client = { client_id: settings.clientId };
  const parameters = oauth.validateAuthResponse(server, client, new URL(location.href), begun.state);
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(),
    begun.verifier,
    { [oauth.allowInsecureRequests]: isOfThisMachine(settings.tokenEndpoint) },
  );
  const { access_token: token, expires_in: seconds = usualSeconds } = await oauth.processAuthorizationCodeResponse(
    server,
    client,
    answer,
    { expectedNonce: begun.nonce },
  );
  keepToken({ token, expiresAt: Date.now() + seconds * 1_000 });
  history.replaceState(null, '', begun.address);
}

/** Forgets the token and ends the session at the issuer, where it has an address for that; the page is left. */
export async function signOut(): Promise<void> {
  const settings = await readSettings();
  forgetToken();
  const end = settings?.logoutEndpoint;
  // The issuer's address ends where the one to come back to is to be added.
  if (end) location.assign(end + encodeURIComponent(redirectUri()));
  else location.reload();
}

const redirectUri = () => `${location.origin}/`;

const serverOf = ({ issuer, authorizationEndpoint, tokenEndpoint }: SignInSettings): oauth.AuthorizationServer => ({
  ...{ issuer, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint },
});

/** Settings allow plain HTTP for this machine alone. */
const isOfThisMachine = (url: string) => new URL(url).protocol === 'http:';

async function readSettings(): Promise<SignInSettings | null> {
  const answer = await fetch('/sign-in.json');
  return ((await answer.json()) as { signIn: SignInSettings | null }).signIn;
}
