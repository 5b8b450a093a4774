import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { cloudRuntime } from '../cloud-runtime.ts';
import { createQueryApp } from './app.ts';
import { assetsIn } from './assets.ts';
import { subjectOfGateway } from './signed-in.ts';

const runtimeOf = cloudRuntime('query');

/** What of articles fits into the 6 MB that Lambda answers with. */
const exportLimit = 500;

let serve: ReturnType<typeof handle> | undefined;

export const handler: ReturnType<typeof handle> = (event, context) => {
  serve ??= handle(
    createQueryApp({
      ...runtimeOf(),
      asset: assetsIn(join(import.meta.dirname, 'page')),
      subjectOf: subjectOfGateway,
      exportLimit,
    }),
  );
  return serve(event, context);
};
