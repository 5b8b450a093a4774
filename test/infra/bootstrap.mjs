// A Lambda runtime for a bundled function: asks the Runtime API for events and answers each, alone in a process with
// nothing but the bundle's folder and the environment. Plain JavaScript, since nothing of the checkout may be loaded.
// Source: AWS Lambda developer guide, "Using the Lambda runtime API for custom runtimes".
import { pathToFileURL } from 'node:url';
import { leadToTestSite } from './lead-to-test-site.mjs';

const { AWS_LAMBDA_RUNTIME_API, LAMBDA_TASK_ROOT, TEST_SITE_PORT } = process.env;
const api = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;

if (TEST_SITE_PORT) leadToTestSite(Number(TEST_SITE_PORT));

const post = (path, body) => fetch(`${api}/${path}`, { method: 'POST', body: JSON.stringify(body) });

const errorBody = (error) => ({
  errorType: error.name,
  errorMessage: error.message,
  stackTrace: (error.stack ?? '').split('\n'),
});

async function init() {
  try {
    return await import(pathToFileURL(`${LAMBDA_TASK_ROOT}/index.mjs`).href);
  } catch (error) {
    await post('init/error', errorBody(error));
    return process.exit(1);
  }
}

const { handler } = await init();
for (;;) {
  const next = await fetch(`${api}/invocation/next`);
  const requestId = next.headers.get('lambda-runtime-aws-request-id');
  const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'));
  process.env._X_AMZN_TRACE_ID = next.headers.get('lambda-runtime-trace-id') ?? '';
  const context = {
    awsRequestId: requestId,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    invokedFunctionArn: next.headers.get('lambda-runtime-invoked-function-arn'),
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    await post(`invocation/${requestId}/response`, (await handler(await next.json(), context)) ?? null);
  } catch (error) {
    await post(`invocation/${requestId}/error`, errorBody(error));
  }
}
