/**
 * The access token is kept in the tab's session storage: a reload finds it, another tab or a later visit does not. Scripts of
 * other hosts, which could read it, are shut out by the page's policy. A refresh token is never asked for.
 */
const tokenKey = 'picketline-token';

interface Kept {
  token: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

export const keepToken = (kept: Kept): void => sessionStorage.setItem(tokenKey, JSON.stringify(kept));

export const forgetToken = (): void => sessionStorage.removeItem(tokenKey);

/** The token while it is good; null where nobody is signed in. */
export function currentToken(): string | null {
  const kept = sessionStorage.getItem(tokenKey);
  if (kept === null) return null;
  const { token, expiresAt } = JSON.parse(kept) as Kept;
  return expiresAt > Date.now() ? token : null;
}
