import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import { SettingError } from '../shared/errors.ts';

/** The cloud a local run talks to: clients, and the means to stop what was started for them. */
export interface Cloud {
  dynamodb: DynamoDBClient;
  sqs: SQSClient;
  stop(): Promise<void>;
}

export interface CloudSettings {
  /** Folder of the embedded DynamoDB; null keeps tables in memory. */
  folder: string | null;
  /**
   * Address of a DynamoDB to use instead of the embedded one, e.g. DynamoDB Local; `aws` for AWS itself. DynamoDB Local
   * keeps the tables of each access key apart: `http://KEY@127.0.0.1:8000` names one.
   */
  dynamodbEndpoint?: string | undefined;
  /** Likewise for SQS. */
  sqsEndpoint?: string | undefined;
}

// The SDK announces at start that releases of 2027 will need Node 22; the lockfile pins one that runs on 20.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** The embedded services take any credentials; without these the SDK would look for real ones. */
const localAccess = {
  region: 'eu-west-2',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};

/**
 * Starts the embedded DynamoDB (dynalite) and SQS (fauxqs) in this process, or connects to those the settings name.
 * @throws SettingError when the folder can't be written or another process holds it
 */
export async function startCloud(settings: CloudSettings): Promise<Cloud> {
  const database = settings.dynamodbEndpoint
    ? external(settings.dynamodbEndpoint)
    : await startDatabase(settings.folder);
  const queue = settings.sqsEndpoint ? external(settings.sqsEndpoint) : await startQueues();
  const dynamodb = new DynamoDBClient(database.client);
  const sqs = new SQSClient(queue.client);
  return {
    dynamodb,
    sqs,
    async stop() {
      dynamodb.destroy();
      sqs.destroy();
      await Promise.all([database.stop(), queue.stop()]);
    },
  };
}

interface Service {
  client: ConstructorParameters<typeof DynamoDBClient>[0] & ConstructorParameters<typeof SQSClient>[0] & object;
  stop(): Promise<void>;
}

function external(endpoint: string): Service {
  const stop = async () => {};
  if (endpoint === 'aws') return { client: {}, stop };
  const { username, origin } = new URL(endpoint);
  const credentials = { ...localAccess.credentials, ...(username && { accessKeyId: username }) };
  return { client: { ...localAccess, credentials, endpoint: origin }, stop };
}

async function startDatabase(folder: string | null): Promise<Service> {
  const path = folder === null ? undefined : join(folder, 'dynamodb');
  if (path) await makeFolder(path);
  const worker = new Worker(new URL('./dynalite-worker.mjs', import.meta.url), { workerData: { path }, execArgv: [] });
  const [started] = (await once(worker, 'message')) as [{ port?: number; error?: string }];
  if (started.port === undefined) throw heldFolder(path, started.error);
  return {
    client: { ...localAccess, endpoint: `http://127.0.0.1:${started.port}` },
    async stop() {
      worker.postMessage('close');
      await once(worker, 'message');
      await worker.terminate();
    },
  };
}

const heldFolder = (path: string | undefined, error: string | undefined) =>
  new SettingError(`The embedded DynamoDB did not start over ${path}: ${error}.`, 'Give another folder with --data.');

async function startQueues(): Promise<Service> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  return { client: { ...localAccess, endpoint: `http://127.0.0.1:${server.port}` }, stop: () => server.stop() };
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw new SettingError(
      `The data folder ${path} can't be written (${(cause as NodeJS.ErrnoException).code}).`,
      'Give a folder you may write to with --data.',
      { cause },
    );
  }
}
