import { join } from 'node:path';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { variableOf } from '../../shared/config.ts';
import type { QueueName } from '../../shared/messages.ts';
import type { Stage, TableName } from '../../shared/stages.ts';
import { tables } from '../../shared/store/tables.ts';
import type { Environment } from '../environment.ts';
import type { WorkQueue } from './work-queues.ts';

export interface StageFunctionProps {
  stage: Stage;
  tables: Record<TableName, TableV2>;
  queues: Record<QueueName, WorkQueue>;
  environment: Environment;
  commandHooks?: ICommandHooks;
}

/** Requests to the page and the API that are answered at once. */
const apiConcurrency = 20;

/** As many instances as the stage's queue feeds at once; a schedule's stage needs one, and must not run twice. */
const concurrencyOf = ({ wakes }: Stage): number =>
  wakes.kind === 'queue' ? wakes.maxConcurrency : wakes.kind === 'http' ? apiConcurrency : 1;

const root = join(import.meta.dirname, '..', '..');
const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writeActions = [...readActions, 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

/** One stage's function, with exactly the tables and queues that `stages.ts` gives it: name and grant in one step. */
export class StageFunction extends Construct {
  readonly lambda: NodejsFunction;

  constructor(scope: Construct, id: string, props: StageFunctionProps) {
    super(scope, id);
    const { stage, environment } = props;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: environment.retention.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.lambda = new NodejsFunction(this, 'Function', {
      entry: join(root, 'functions', stage.name, 'handler.ts'),
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      handler: 'handler',
      description: `Picketline ${stage.name}`,
      runtime: Runtime.NODEJS_22_X,
      architecture: Architecture.ARM_64,
      memorySize: stage.memoryMegabytes,
      timeout: Duration.seconds(stage.timeoutSeconds),
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      ...(environment.reserveConcurrency && { reservedConcurrentExecutions: concurrencyOf(stage) }),
      environment: {
        CONTACT: environment.contact,
        ...(stage.name === 'retain' && { TEXT_DAYS: String(environment.retention.textDays) }),
      },
      bundling: {
        format: OutputFormat.ESM,
        target: 'node22',
        minify: true,
        mainFields: ['module', 'main'],
        externalModules: [],
        // CommonJS packages inside an ES module bundle still call `require`.
        banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
        ...(props.commandHooks && { commandHooks: props.commandHooks }),
      },
    });
    for (const table of stage.writes) this.#bindTable(table, props.tables[table], writeActions);
    for (const table of stage.reads) {
      if (!stage.writes.includes(table)) this.#bindTable(table, props.tables[table], readActions);
    }
    for (const queue of stage.sends) this.#bindQueue(variableOf.queue(queue), props.queues[queue].queue);
    if (stage.wakes.kind === 'queue') {
      const { queue } = stage.wakes;
      this.#bindQueue(variableOf.deadLetters(queue), props.queues[queue].deadLetters);
    }
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray knows no resources: its two write actions can only be granted on all.',
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'Node 22 is the runtime the suite is tested for; newer ones are taken up deliberately.',
    });
  }

  #bindTable(name: TableName, table: TableV2, actions: string[]): void {
    this.lambda.addEnvironment(variableOf.table(name), table.tableName);
    const indexes = (tables[name].indexes ?? []).map((index) => `${table.tableArn}/index/${index.name}`);
    const scan = name === 'Codebooks' ? ['dynamodb:Scan'] : [];
    this.lambda.addToRolePolicy(
      new PolicyStatement({ actions: [...actions, ...scan], resources: [table.tableArn, ...indexes] }),
    );
  }

  #bindQueue(variable: string, queue: WorkQueue['queue']): void {
    this.lambda.addEnvironment(variable, queue.queueUrl);
    this.lambda.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
  }
}
