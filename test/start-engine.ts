import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of DynamoDB Local; null where the tests run on the embedded engine. */
    dynamodbLocal: string | null;
  }
}

/**
 * Starts DynamoDB Local once for all test files when `PICKETLINE_DYNAMODB_LOCAL` names the folder of its jar; else the
 * tests run on the embedded engine.
 */
export default async function startEngine(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const folder = process.env.PICKETLINE_DYNAMODB_LOCAL;
  if (!folder) {
    project.provide('dynamodbLocal', null);
    return undefined;
  }
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  // It leaves a file with its telemetry settings where it is started.
  const engine = spawn('java', javaArguments(folder, port), { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const exited = once(engine, 'exit').then(([code]) => {
    throw new Error(`DynamoDB Local ended with code ${code}; is ${folder} the folder of its jar, and java version 17?`);
  });
  // Once it answers, its end is the end of the tests.
  exited.catch(() => {});
  await Promise.race([answers(address), exited]);
  project.provide('dynamodbLocal', address);
  return async () => {
    engine.kill();
    await exited.catch(() => {});
  };
}

const javaArguments = (folder: string, port: number) => [
  `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
  ...['-jar', join(folder, 'DynamoDBLocal.jar'), '-inMemory', '-port', String(port), '-disableTelemetry'],
];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function answers(address: string): Promise<void> {
  for (;;) {
    const isUp = await fetch(address).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
