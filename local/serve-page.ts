import { createQueryApp } from '../functions/query/app.ts';
import { problem } from '../functions/query/problem.ts';
import type { Runtime } from '../functions/runtime.ts';
import { dashboardAssets } from './dashboard-assets.ts';
import { type Served, serve } from './serve.ts';

/** Said wherever the page's address is: nobody signs in here, and nobody else gets in. */
export const onlyHere = 'only this machine can open it, and needs no login';

/** Serves page and API on the loopback address, without login. */
export async function servePage(runtime: Runtime, port: number): Promise<Served> {
  const app = createQueryApp({ ...runtime, asset: await dashboardAssets() });
  return serve((request) => (isOurs(request) ? app.fetch(request) : refusal()), port, '--port');
}

const ownNames = ['127.0.0.1', 'localhost'];

/**
 * A site elsewhere can let its own name point to this machine and have a browser read the page for it (DNS rebinding). Its
 * requests then carry its name.
 */
const isOurs = ({ url }: Request) => ownNames.includes(new URL(url).hostname);

const refusal = () => problem(403, 'host', 'Open this page as http://127.0.0.1.').getResponse();
