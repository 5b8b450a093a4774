import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { readEnvironment } from '../../infra/environment.ts';
import { PicketlineStack } from '../../infra/picketline-stack.ts';
import { localTableName } from '../../local/create-resources.ts';
import type { LocalPipeline } from '../../local/local-pipeline.ts';
import { variableOf } from '../../shared/config.ts';
import type { QueueName } from '../../shared/messages.ts';
import { type StageName, stages, type TableName } from '../../shared/stages.ts';
import { tables } from '../../shared/store/tables.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * Synthesizes the stack into the folder, functions bundled as for a deployment.
 * @returns where each stage's code lies, copied out so that no package of the checkout can be reached
 */
export function synthesizeBundles(outdir: string): Record<StageName, string> {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  // The CLI sets this one itself: the template then says where each asset lies.
  const app = new App({ outdir, context: { ...context, 'aws:cdk:enable-asset-metadata': true } });
  new PicketlineStack(app, 'Picketline', { environment: readEnvironment('production') });
  app.synth();
  const { Resources } = JSON.parse(readFileSync(join(outdir, 'Picketline.template.json'), 'utf8'));
  return Object.fromEntries(
    stages.map(({ name }) => {
      // biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties have no common shape
      const resource = Object.values<any>(Resources).find(
        ({ Properties }) => Properties?.Description === `Picketline ${name}`,
      );
      const alone = join(outdir, `alone-${name}`);
      cpSync(join(outdir, resource.Metadata['aws:asset:path']), alone, { recursive: true });
      return [name, alone];
    }),
  ) as Record<StageName, string>;
}

/** The environment of a deployed function, over a local pipeline's tables and queues. */
export async function environmentOver(pipeline: LocalPipeline): Promise<Record<string, string>> {
  const addressOf = async (client: { config: { endpoint?: (() => Promise<{ port?: number }>) | undefined } }) =>
    `http://127.0.0.1:${(await client.config.endpoint!()).port}`;
  const { accessKeyId } = await pipeline.cloud.dynamodb.config.credentials();
  const environment: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: await addressOf(pipeline.cloud.dynamodb),
    AWS_ENDPOINT_URL_SQS: await addressOf(pipeline.cloud.sqs),
    CONTACT: 'https://picketline.example/robot',
  };
  for (const table of Object.keys(tables) as TableName[]) environment[variableOf.table(table)] = localTableName(table);
  for (const queue of Object.keys(pipeline.urls.queue) as QueueName[]) {
    environment[variableOf.queue(queue)] = pipeline.urls.queue[queue];
    environment[variableOf.deadLetters(queue)] = pipeline.urls.deadLetters[queue];
  }
  return environment;
}
