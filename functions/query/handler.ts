import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { createRemoteJWKSet } from 'jose';
import { readAccess } from '../../shared/access/read-access.ts';
import { deployedStage } from '../cloud-runtime.ts';
import type { Runtime } from '../runtime.ts';
import { identifyBy } from './access/identify.ts';
import { createQueryApp, type QueryPorts } from './app.ts';
import { assetsIn } from './assets.ts';

const { runtimeOf, observe } = deployedStage('query');

/** What of articles fits into the 6 MB that Lambda answers with. */
const exportLimit = 500;

type Serve = ReturnType<typeof handle>;
let serve: Serve | undefined;

export const handler = observe(async (event: Parameters<Serve>[0], context: Parameters<Serve>[1]) => {
  const runtime = runtimeOf();
  serve ??= handle(
    createQueryApp({
      ...runtime,
      asset: assetsIn(join(import.meta.dirname, 'page')),
      access: deployedAccess(runtime),
      exportLimit,
    }),
  );
  return serve(event, context);
});

/** @throws SettingError where the environment says nothing of access */
function deployedAccess({ store, now }: Pick<Runtime, 'store' | 'now'>): NonNullable<QueryPorts['access']> {
  const settings = readAccess(process.env);
  const signingKeys = createRemoteJWKSet(new URL(settings.jwksUri));
  return { settings, identify: identifyBy({ store, now, settings, signingKeys }) };
}
