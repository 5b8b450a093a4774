import { CfnOutput, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpNoneAuthorizer, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { accessVariable } from '../../shared/access/read-access.ts';
import type { Environment } from '../environment.ts';
import { Access } from './access.ts';
import type { StageFunction } from './stage-function.ts';

/** What all callers together may ask a second: above it the gateway answers 429, and no function runs. */
const throttle = { rateLimit: 50, burstLimit: 100 };

const data = '/api/{proxy+}';
const methods = [HttpMethod.GET, HttpMethod.POST];

/**
 * Page and API behind two addresses of one function. At the page's address the gateway lets nobody to the data without a
 * good token. A gateway's route knows one way to sign in, so scripts have an address of their own, where the function
 * asks for their key. The function checks tokens, keys and roles at both.
 */
export class Api extends Construct {
  /** Where the page is. */
  readonly address: string;

  constructor(scope: Construct, id: string, query: StageFunction, environment: Environment) {
    super(scope, id);
    const logs = new LogGroup(this, 'Logs', {
      retention: environment.retention.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const page = this.#gateway('Page', logs);
    const scripts = this.#gateway('Scripts', logs);
    this.address = page.apiEndpoint;
    const { settings, authorizer } = new Access(this, 'Access', {
      access: environment.access,
      pageAddress: page.apiEndpoint,
    });
    query.lambda.addEnvironment(accessVariable, Stack.of(this).toJsonString(settings));
    const { lambda } = query;
    const fromPage = new HttpLambdaIntegration('QueryOfPage', lambda);
    const isOpen = 'It holds no data: the page’s files, how to sign in, the description of the API.';
    page.addRoutes({ path: data, methods, integration: fromPage, authorizer });
    addOpenRoutes(page, ['/', '/{proxy+}'], [HttpMethod.GET], fromPage, isOpen);
    const fromScripts = new HttpLambdaIntegration('QueryOfScripts', lambda);
    addOpenRoutes(scripts, [data], methods, fromScripts, 'The function asks for an API key or a token.');
    new CfnOutput(this, 'PageAddress', { value: page.apiEndpoint, description: 'Page and API, for people' });
    new CfnOutput(this, 'ScriptsAddress', { value: scripts.apiEndpoint, description: 'API, for scripts with a key' });
  }

  #gateway(id: string, logs: LogGroup): HttpApi {
    const api = new HttpApi(this, id, { createDefaultStage: false });
    api.addStage('default', {
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: { destination: new LogGroupLogDestination(logs) },
    });
    return api;
  }
}

/** Routes that the gateway leaves open, with the reason. */
function addOpenRoutes(
  api: HttpApi,
  paths: string[],
  methods: HttpMethod[],
  integration: HttpLambdaIntegration,
  reason: string,
): void {
  const authorizer = new HttpNoneAuthorizer();
  for (const path of paths) {
    for (const route of api.addRoutes({ path, methods, integration, authorizer }))
      Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason });
  }
}
