import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Environment, parseEnvironment, readEnvironment, readEnvironments } from '../../infra/environment.ts';
import { PicketlineStack } from '../../infra/picketline-stack.ts';
import { variableOf } from '../../shared/config.ts';
import { alarms as costedAlarms } from '../../shared/cost/cost.ts';
import { queues, type Stage, stageNamed, stages, type TableName } from '../../shared/stages.ts';
import { tables } from '../../shared/store/tables.ts';

interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties have no common shape
  Properties: any;
  DeletionPolicy?: string;
}

const cdkJson = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'cdk.json'), 'utf8'));

let template: Template;
let resources: Record<string, Resource>;

/** Without bundling: the assets have a test of their own. */
function synthesize(name: string, changes: Partial<Environment> = {}): Template {
  const app = new App({ context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] } });
  return Template.fromStack(
    new PicketlineStack(app, 'Picketline', { environment: { ...readEnvironment(name), ...changes } }),
  );
}

beforeAll(() => {
  template = synthesize('production');
  resources = template.toJSON().Resources;
}, 60_000);

describe('environments', () => {
  const production = () => {
    const { name: _, ...environment } = readEnvironment('production');
    return environment;
  };

  it('are data: at least two, each of the schema', () => {
    expect(readEnvironments().map(({ name }) => name)).toEqual(['production', 'staging']);
  });

  it.each([
    ['an account', { account: '12' }, 'account'],
    ['a region', { region: 'London' }, 'region'],
    ['a time zone', { timeZone: 'Europe/Londn' }, 'timeZone'],
    ['an address for alarms', { alarmAddress: 'nobody' }, 'alarmAddress'],
    ['a budget', { monthlyBudget: 0 }, 'monthlyBudget'],
    ['a period', { retention: { logDays: 91 } }, 'logDays'],
    ['how long texts are kept', { retention: { logDays: 90, textDays: 0 } }, 'textDays'],
    ['a sign-in without its keys', { access: { kind: 'issuer', issuer: 'https://login.example' } }, 'jwksUri'],
    ['a sign-in in the clear', { access: { kind: 'issuer', issuer: 'http://login.example' } }, 'https://'],
    ['a field that is none', { alarmEmail: 'a@b.example' }, 'alarmEmail'],
  ])('%s that is wrong is named, with its file', (_, changes, field) => {
    const read = () => parseEnvironment({ ...production(), ...changes }, 'infra/environments/mine.json');
    expect(read).toThrow(/infra\/environments\/mine\.json/);
    expect(read).toThrow(field);
  });

  it('differ where their files do', () => {
    const staging = synthesize('staging');
    const names = Object.values(staging.findResources('AWS::SecretsManager::Secret')).map(
      ({ Properties }) => Properties.Name,
    );
    expect(names).toEqual(['picketline/staging/webhooks']);
    staging.resourceCountIs('AWS::SNS::Subscription', 0);
    template.hasResourceProperties('AWS::SNS::Subscription', { Endpoint: 'press-office@picketline.example' });
    staging.allResourcesProperties('AWS::Lambda::Function', { ReservedConcurrentExecutions: Match.absent() });
  });
});

const ofType = (type: string) => Object.entries(resources).filter(([, resource]) => resource.Type === type);

function functionOf(stage: Stage): Resource {
  const found = ofType('AWS::Lambda::Function').find(
    ([, { Properties }]) => Properties.Description === `Picketline ${stage.name}`,
  );
  return found![1];
}

/** What a stage's role may do, as `action on resource`, resources by logical id. */
function permissionsOf(stage: Stage): string[] {
  const role = functionOf(stage).Properties.Role['Fn::GetAtt'][0];
  const policies = ofType('AWS::IAM::Policy').filter(([, { Properties }]) =>
    Properties.Roles.some((each: { Ref: string }) => each.Ref === role),
  );
  return policies.flatMap(([, { Properties }]) =>
    Properties.PolicyDocument.Statement.flatMap(
      ({ Action, Resource }: { Action: string | string[]; Resource: unknown }) =>
        [Action]
          .flat()
          .flatMap((action) => [Resource].flat().map((resource) => `${action} on ${JSON.stringify(resource)}`)),
    ),
  );
}

const logicalIdOf = (table: TableName) =>
  ofType('AWS::DynamoDB::GlobalTable').find(([id]) => new RegExp(`^Storage${table}[0-9A-F]{8}$`).test(id))![0];

describe('tables', () => {
  it.each(Object.keys(tables) as TableName[])('%s is encrypted, recoverable, protected and kept', (name) => {
    const table = resources[logicalIdOf(name)]!;
    expect(table.DeletionPolicy).toBe('Retain');
    expect(table.Properties.SSESpecification).toMatchObject({ SSEEnabled: true });
    expect(table.Properties.BillingMode).toBe('PAY_PER_REQUEST');
    const { timeToLive } = tables[name];
    expect(table.Properties.TimeToLiveSpecification).toEqual(
      timeToLive && { AttributeName: timeToLive, Enabled: true },
    );
    expect(table.Properties.Replicas).toHaveLength(1);
    expect(table.Properties.Replicas[0]).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });
});

describe('each function reaches its own tables and queues, and no others', () => {
  it.each(stages.map((stage) => [stage.name, stage] as const))('%s', (_, stage) => {
    const permissions = permissionsOf(stage);
    for (const table of Object.keys(tables) as TableName[]) {
      const onTable = permissions.filter((permission) => permission.includes(`"${logicalIdOf(table)}"`));
      const actions = [...new Set(onTable.map((permission) => permission.slice(0, permission.indexOf(' '))))].sort();
      const reads = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
      const writes = ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
      const isWritten = stage.writes.includes(table);
      const isRead = isWritten || stage.reads.includes(table);
      const scan = isRead && table === 'Codebooks' ? ['dynamodb:Scan'] : [];
      expect({ table, actions }).toEqual({
        table,
        actions: [...(isRead ? reads : []), ...(isWritten ? writes : []), ...scan].sort(),
      });
    }
    expect(permissions.filter((permission) => permission.endsWith('on "*"')).sort()).toEqual([
      'xray:PutTelemetryRecords on "*"',
      'xray:PutTraceSegments on "*"',
    ]);
    const sends = permissions.filter((permission) => permission.startsWith('sqs:SendMessage'));
    const deadLetters = stage.wakes.kind === 'queue' ? 1 : 0;
    expect(sends).toHaveLength(stage.sends.length + deadLetters);
  });

  it.each(stages.map((stage) => [stage.name, stage] as const))(
    '%s learns their names from its environment',
    (_, stage) => {
      const variables = Object.keys(functionOf(stage).Properties.Environment.Variables);
      expect(variables).toEqual(expect.arrayContaining([...stage.reads, ...stage.writes].map(variableOf.table)));
      expect(variables).toEqual(expect.arrayContaining(stage.sends.map(variableOf.queue)));
    },
  );

  it.each(stages.map((stage) => [stage.name, stage] as const))(
    '%s has concurrency set aside, as much as its waker can use',
    (_, stage) => {
      const { wakes } = stage;
      const expected = wakes.kind === 'queue' ? wakes.maxConcurrency : wakes.kind === 'http' ? 20 : 1;
      expect(functionOf(stage).Properties).toMatchObject({
        ReservedConcurrentExecutions: expected,
        TracingConfig: { Mode: 'Active' },
      });
    },
  );

  it('runs on arm64 and Node 22', () => {
    for (const [, { Properties }] of ofType('AWS::Lambda::Function').filter(([, { Properties }]) =>
      Properties.Description?.startsWith('Picketline'),
    )) {
      expect(Properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs22.x' });
    }
  });
});

describe('queues', () => {
  it('each has a dead-letter queue that keeps messages for 14 days', () => {
    expect(ofType('AWS::SQS::Queue')).toHaveLength(queues.length * 2);
    for (const { name, waker } of queues) {
      const [, queue] = ofType('AWS::SQS::Queue').find(
        ([id]) => id.startsWith(`Queues${name}`) && !id.includes('deadletters'),
      )!;
      expect(queue.Properties.RedrivePolicy.maxReceiveCount).toBe(waker.maxReceives);
      expect(queue.Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 });
    }
  });

  it('hand their function single failures, not batches', () => {
    const mappings = ofType('AWS::Lambda::EventSourceMapping');
    expect(mappings).toHaveLength(queues.length);
    for (const [, { Properties }] of mappings)
      expect(Properties).toMatchObject({
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 5 },
      });
  });
});

describe('logs', () => {
  it('go when the environment says', () => {
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });
});

describe('schedules', () => {
  it('texts go when the environment says, looked at every hour', () => {
    expect(functionOf(stageNamed('retain')).Properties.Environment.Variables.TEXT_DAYS).toBe('400');
    template.hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(1 hour)' });
  });

  it('the digest goes out at seven in London, through both clock changes, and is tried again until midnight', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0/15 7-23 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
    });
  });

  it('feeds are looked at every five minutes', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(5 minutes)' });
  });
});

describe('access', () => {
  const routesOf = (api: string) =>
    ofType('AWS::ApiGatewayV2::Route')
      .filter(([, { Properties }]) => Properties.ApiId.Ref.startsWith(`Api${api}`))
      .map(([, { Properties }]) => [Properties.RouteKey, Properties.AuthorizationType]);

  it('at the page’s address no data is had without a token; its files and how to sign in are open', () => {
    expect(routesOf('Page').sort()).toEqual([
      ['GET /', 'NONE'],
      ['GET /api/{proxy+}', 'JWT'],
      ['GET /{proxy+}', 'NONE'],
      ['POST /api/{proxy+}', 'JWT'],
    ]);
  });

  it('at the scripts’ address there is the API alone, where the function asks for a key', () => {
    expect(routesOf('Scripts').sort()).toEqual([
      ['GET /api/{proxy+}', 'NONE'],
      ['POST /api/{proxy+}', 'NONE'],
    ]);
  });

  it('the function knows whom to let in: the user pool’s people, by the same client as the gateway', () => {
    const [[, authorizer]] = ofType('AWS::ApiGatewayV2::Authorizer') as [[string, Resource]];
    const settings = JSON.stringify(functionOf(stageNamed('query')).Properties.Environment.Variables.ACCESS);
    const [audience] = authorizer.Properties.JwtConfiguration.Audience;
    expect(settings).toContain(`\\"audience\\":\\"",${JSON.stringify(audience)}`);
    expect(settings).toContain('cognito:groups');
    for (const stage of stages.filter(({ name }) => name !== 'query'))
      expect(functionOf(stage).Properties.Environment.Variables).not.toHaveProperty('ACCESS');
  });

  it('accounts of the user pool are given by an administrator, and need a second factor', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
    });
    expect(
      ofType('AWS::Cognito::UserPoolGroup')
        .map(([, { Properties }]) => Properties.GroupName)
        .sort(),
    ).toEqual(['picketline-mark', 'picketline-read']);
  });

  it('another issuer is a setting: no user pool is made, and the gateway asks for its tokens', () => {
    const host = 'https://login.press.example';
    const other = synthesize('production', {
      access: {
        ...{ kind: 'issuer', issuer: host, jwksUri: `${host}/jwks`, tokenEndpoint: `${host}/token` },
        ...{
          authorizationEndpoint: `${host}/authorize`,
          logoutEndpoint: null,
          clientId: 'page',
          audience: 'picketline',
        },
        ...{ scope: 'openid', rolesClaim: 'groups', roles: { read: ['press'], mark: ['coders'] } },
      },
    });
    other.resourceCountIs('AWS::Cognito::UserPool', 0);
    other.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      JwtConfiguration: { Issuer: host, Audience: ['picketline'] },
    });
  });

  it('all callers together are held to a rate', () => {
    template.allResourcesProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    });
  });

  it('the function that checks keys can make none', () => {
    const onKeys = permissionsOf(stageNamed('query')).filter((each) => each.includes(`"${logicalIdOf('Keys')}"`));
    expect(onKeys.map((each) => each.split(' ')[0]).sort()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
    ]);
  });

  it('only digest and alert may read the webhook address', () => {
    const readers = stages.filter((stage) =>
      permissionsOf(stage).some((permission) => permission.startsWith('secretsmanager:')),
    );
    expect(readers.map(({ name }) => name)).toEqual(['digest', 'alert']);
  });
});

describe('alarms', () => {
  const runbook = readFileSync(join(import.meta.dirname, '..', '..', 'RUNBOOK.md'), 'utf8');

  it('name a heading that RUNBOOK.md has', () => {
    const descriptions = ofType('AWS::CloudWatch::Alarm').map(
      ([, { Properties }]) => Properties.AlarmDescription as string,
    );
    expect(descriptions.length).toBeGreaterThanOrEqual(queues.length * 2 + stages.length);
    for (const description of descriptions) {
      const heading = /see "(.+)" in RUNBOOK\.md/.exec(description)?.[1];
      expect(runbook).toContain(`## ${heading}\n`);
    }
  });

  it('ring when a feed is not heard for six hours, when nothing is polled, and when no digest is tried by 07:15', () => {
    const alarm = (id: string) => {
      const found = ofType('AWS::CloudWatch::Alarm').find(([, { Properties }]) =>
        Properties.AlarmDescription.startsWith(`${id}:`),
      );
      return found![1].Properties;
    };
    expect(alarm('feed-silence')).toMatchObject({ MetricName: 'UnheardFeeds', Period: 3_600, EvaluationPeriods: 6 });
    expect(alarm('poll-stopped')).toMatchObject({ MetricName: 'Invocations', TreatMissingData: 'breaching' });
    // From the last run at 23:45 to 07:15 are thirty quarters of an hour.
    expect(alarm('digest-not-sent')).toMatchObject({
      Period: 900,
      EvaluationPeriods: 30,
      TreatMissingData: 'breaching',
    });
  });

  it('the budget knows its costs by their tag, and its name where to read on', () => {
    const [[, budget]] = ofType('AWS::Budgets::Budget') as [[string, Resource]];
    const { BudgetName, BudgetLimit, CostFilters } = budget.Properties.Budget;
    expect(runbook).toContain(`## ${/see "(.+)" in RUNBOOK\.md/.exec(BudgetName)?.[1]}\n`);
    expect(BudgetLimit).toEqual({ Amount: 50, Unit: 'USD' });
    expect(CostFilters.TagKeyValue).toEqual(['user:picketline$production']);
  });

  it('have a dashboard to look at first', () => {
    template.hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: 'picketline-production' });
  });

  it('are as many as the cost meter counts', () => {
    template.resourceCountIs('AWS::CloudWatch::Alarm', costedAlarms);
  });

  it('are told to somebody', () => {
    template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: Match.anyValue() });
  });
});

describe('analysis beyond one table', () => {
  const analysis = () => synthesize('staging', { analysis: { keepDays: 14 } });

  it('is an option', () => {
    template.resourceCountIs('AWS::Athena::WorkGroup', 0);
    analysis().resourceCountIs('AWS::Athena::WorkGroup', 1);
  });

  it('is a weekly export of the tagged rows that DynamoDB makes by itself, each run in a folder of its own', () => {
    const schedules = Object.values(analysis().findResources('AWS::Scheduler::Schedule')).filter(
      ({ Properties }) => Properties.Target.Arn.includes?.('exportTableToPointInTime') ?? true,
    );
    const inputs = schedules.map(({ Properties }) => JSON.stringify(Properties.Target));
    const exports = inputs.filter((input) => input.includes('exportTableToPointInTime'));
    expect(exports).toHaveLength(2);
    for (const input of exports) expect(input).toMatch(/(Statements|Mentions)\/<aws\.scheduler\.scheduled-time>/);
  });

  it('leaves texts where they are', () => {
    expect(JSON.stringify(analysis().findResources('AWS::Scheduler::Schedule'))).not.toContain('StorageTexts');
  });

  it('lets one query scan no more than a terabyte, and keeps its answers as long as the exports', () => {
    analysis().hasResourceProperties('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: { BytesScannedCutoffPerQuery: 1_000_000_000_000, EnforceWorkGroupConfiguration: true },
    });
    analysis().hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 14, Status: 'Enabled' })] },
    });
  });
});
