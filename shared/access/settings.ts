import * as z from 'zod';
import { type Role, roles, withImplied } from './roles.ts';

/** Tokens and codes must not travel in the clear; this machine's own address is what tests use. */
const endpoint = z
  .url()
  .refine(
    (url) => url.startsWith('https://') || /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url),
    'must begin with https://',
  );

const groups = z.array(z.string().min(1)).min(1);

/** Who may sign in, and where: an OpenID Connect issuer as its `/.well-known/openid-configuration` describes it. */
export const accessSettingsSchema = z.strictObject({
  /** `iss` of its tokens, to the letter. */
  issuer: endpoint,
  jwksUri: endpoint,
  authorizationEndpoint: endpoint,
  tokenEndpoint: endpoint,
  /** Where a sign-out ends, with the address to come back to left to be added; null where the issuer has none. */
  logoutEndpoint: endpoint.nullable(),
  /** The page's public client at the issuer, without a secret. */
  clientId: z.string().min(1),
  /** What `aud` of a token must name, or `client_id` where a token has no `aud` (as Cognito's access tokens have none). */
  audience: z.string().min(1),
  scope: z.string().min(1),
  /** The claim that lists a person's groups or roles. */
  rolesClaim: z.string().min(1),
  /** Which of its values let a person read, and which mark. */
  roles: z.strictObject({ read: groups, mark: groups }),
});

export type AccessSettings = z.infer<typeof accessSettingsSchema>;

/** What the page needs to know to send people to the issuer. */
export type SignInSettings = Pick<
  AccessSettings,
  'issuer' | 'authorizationEndpoint' | 'tokenEndpoint' | 'logoutEndpoint' | 'clientId' | 'scope'
>;

/** The roles that a token's claims give: a list of values, or one string of them parted by spaces. */
export function rolesOf(
  claims: Record<string, unknown>,
  { rolesClaim, roles: granting }: Pick<AccessSettings, 'rolesClaim' | 'roles'>,
): Role[] {
  const claim = claims[rolesClaim];
  const values = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  return withImplied(roles.filter((role) => granting[role].some((value) => values.includes(value))));
}
