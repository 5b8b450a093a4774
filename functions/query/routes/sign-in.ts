import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AccessSettings, SignInSettings } from '../../../shared/access/settings.ts';
import { newApi } from '../new-api.ts';

/** `/sign-in.json`: where the page sends people to sign in; null where nobody has to. Open to all, as it must be. */
export function signInRoutes(settings: AccessSettings | undefined): OpenAPIHono {
  const api = newApi();
  api.get('/sign-in.json', (context) => context.json({ signIn: settings ? forPage(settings) : null }));
  return api;
}

const forPage = ({
  issuer,
  authorizationEndpoint,
  tokenEndpoint,
  logoutEndpoint,
  clientId,
  scope,
}: AccessSettings): SignInSettings => ({
  ...{ issuer, authorizationEndpoint, tokenEndpoint, logoutEndpoint, clientId, scope },
});
