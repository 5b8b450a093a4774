import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { deployedStage } from '../cloud-runtime.ts';
import { createQueryApp } from './app.ts';
import { assetsIn } from './assets.ts';
import { subjectOfGateway } from './signed-in.ts';

const { runtimeOf, observe } = deployedStage('query');

/** What of articles fits into the 6 MB that Lambda answers with. */
const exportLimit = 500;

type Serve = ReturnType<typeof handle>;
let serve: Serve | undefined;

export const handler = observe(async (event: Parameters<Serve>[0], context: Parameters<Serve>[1]) => {
  serve ??= handle(
    createQueryApp({
      ...runtimeOf(),
      asset: assetsIn(join(import.meta.dirname, 'page')),
      subjectOf: subjectOfGateway,
      exportLimit,
    }),
  );
  return serve(event, context);
});
