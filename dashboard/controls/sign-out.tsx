import { currentToken } from '../data/token.ts';

/** Ends the session; there only where somebody has signed in. */
export const SignOut = () =>
  currentToken() === null ? null : (
    <button
      type="button"
      class="sign-out"
      onClick={() => void import('../data/sign-in.ts').then(({ signOut }) => signOut())}
    >
      Sign out
    </button>
  );
