import { RemovalPolicy, Stack, Tags, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { modelFiles } from '../shared/language/model/read-model.ts';
import { type StageName, stages } from '../shared/stages.ts';
import { Alarms } from './constructs/alarms.ts';
import { Analysis } from './constructs/analysis.ts';
import { Api } from './constructs/api.ts';
import { Budget, costTag } from './constructs/budget.ts';
import { OperationsDashboard } from './constructs/operations-dashboard.ts';
import { StageFunction } from './constructs/stage-function.ts';
import { Storage } from './constructs/storage.ts';
import { Wakers } from './constructs/wakers.ts';
import { WorkQueues } from './constructs/work-queues.ts';
import type { Environment } from './environment.ts';

/** The whole pipeline in one account and region, built from the list of stages. */
export class PicketlineStack extends Stack {
  readonly #environment: Environment;

  constructor(scope: Construct, id: string, { environment }: { environment: Environment }) {
    const { account, region } = environment;
    super(scope, id, { env: { region, ...(account && { account }) } });
    this.#environment = environment;
    Tags.of(this).add(costTag, environment.name);
    const { tables } = new Storage(this, 'Storage');
    const queues = new WorkQueues(this, 'Queues');
    const functions = Object.fromEntries(
      stages.map((stage) => [
        stage.name,
        new StageFunction(this, stage.name, {
          ...{ stage, tables, queues: queues.byName, environment },
          ...(stage.name === 'query' && { commandHooks: buildPage }),
          ...(stage.name === 'tag' && { commandHooks: copyWeights }),
        }),
      ]),
    ) as Record<StageName, StageFunction>;
    for (const stage of stages) {
      new Wakers(this, `${stage.name}-wakers`, stage, functions[stage.name], queues, environment.timeZone);
    }
    this.#webhookSecret(stages.filter(({ secrets }) => secrets === 'slack-webhook').map(({ name }) => functions[name]));
    const { address } = new Api(this, 'Api', functions.query, environment);
    for (const stage of ['digest', 'alert'] as const) functions[stage].lambda.addEnvironment('DASHBOARD_URL', address);
    new Alarms(this, 'Alarms', { queues, functions, email: environment.alarmAddress });
    new OperationsDashboard(this, 'Operations', { name: environment.name, queues, functions, tables });
    if (environment.analysis)
      new Analysis(this, 'Analysis', { name: environment.name, tables, ...environment.analysis });
    new Budget(this, 'Budget', environment);
  }

  #webhookSecret(readers: StageFunction[]): void {
    const secret = new Secret(this, 'SlackWebhook', {
      secretName: this.#environment.webhookSecret,
      description: 'Addresses of the Slack webhooks that get the morning digest and the alerts',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { lambda } of readers) {
      lambda.addEnvironment('WEBHOOK_SECRET', secret.secretArn);
      secret.grantRead(lambda);
    }
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Slack issues webhook addresses; they are replaced by hand (RUNBOOK.md, "Rotate the Slack webhook").',
    });
  }
}

/** Puts the built dashboard beside the function that serves it. */
const buildPage = {
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (inputFolder: string, outputFolder: string) => [
    `cd ${inputFolder} && npx vite build dashboard --outDir ${outputFolder}/page --emptyOutDir --logLevel error`,
  ],
};

/** Puts the files of weights beside the function that tags. */
const copyWeights = {
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (inputFolder: string, outputFolder: string) =>
    modelFiles.map((file) => `cp ${inputFolder}/shared/language/model/${file} ${outputFolder}`),
};
