import { type ComponentChild, render } from 'preact';
import { messageOf } from '../shared/errors.ts';
import { getDisputes } from './data/requests.ts';
import { Page } from './page.tsx';
import { readLink } from './state/view-state.ts';
import { Status } from './views/status.tsx';

const root = document.querySelector('#app')!;
const show = (content: ComponentChild) => {
  root.replaceChildren();
  render(content, root);
};

try {
  const back = new URLSearchParams(location.search);
  if (back.has('state') && (back.has('code') || back.has('error')))
    await import('./data/sign-in.ts').then(({ finishSignIn }) => finishSignIn());
  const disputes = await getDisputes();
  const first = readLink(new URLSearchParams(location.search), disputes);
  if (first) show(<Page disputes={disputes} first={first} />);
  else
    show(
      <main>
        <h1>Picketline</h1>
        <Status>
          No dispute is watched yet. Publish a codebook (<code>npm run picketline -- codebook publish FILE</code>), then
          load this page again.
        </Status>
      </main>,
    );
} catch (thrown) {
  show(
    <main>
      <h1>Picketline</h1>
      <Status problem>{messageOf(thrown)}</Status>
    </main>,
  );
}
