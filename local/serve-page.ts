import { createQueryApp } from '../functions/query/app.ts';
import type { Runtime } from '../functions/runtime.ts';
import { dashboardAssets } from './dashboard-assets.ts';
import { type Served, serve } from './serve.ts';

/** Serves page and API on the loopback address. */
export async function servePage(runtime: Runtime, port: number): Promise<Served> {
  const app = createQueryApp({ ...runtime, asset: await dashboardAssets() });
  return serve((request) => app.fetch(request), port, '--port');
}
