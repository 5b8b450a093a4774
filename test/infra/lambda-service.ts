import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';

export interface FunctionSettings {
  name: string;
  /** Folder of the bundle. */
  folder: string;
  timeoutSeconds: number;
  environment: Record<string, string>;
}

interface RuntimeError {
  errorType: string;
  errorMessage: string;
}

/** How an invocation ended. */
export type Invocation = { answer: unknown } | { error: RuntimeError };

interface Pending {
  id: string;
  event: unknown;
  settle(outcome: Invocation): void;
}

/**
 * The service side of Lambda's Runtime API for one function: starts the runtime for the first event, keeps it for the
 * next ones, and kills it when an event takes longer than the function's timeout. One event at a time, as Lambda does.
 */
export class LambdaService {
  readonly #settings: FunctionSettings;
  #server: Server | undefined;
  #runtime: ChildProcess | undefined;
  #waiting: Pending | undefined;
  #running: Pending | undefined;
  #asked: ServerResponse | undefined;
  /** Runtimes started so far: each is a cold start. */
  starts = 0;
  /** What the function wrote to its log. */
  log = '';

  constructor(settings: FunctionSettings) {
    this.#settings = settings;
  }

  async invoke(event: unknown): Promise<Invocation> {
    const { timeoutSeconds } = this.#settings;
    await this.#start();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#kill();
        resolve({
          error: { errorType: 'Sandbox.Timedout', errorMessage: `Task timed out after ${timeoutSeconds} seconds` },
        });
      }, timeoutSeconds * 1_000);
      const settle = (outcome: Invocation) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      this.#waiting = { id: randomUUID(), event, settle };
      this.#handOut();
    });
  }

  async close(): Promise<void> {
    this.#kill();
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  async #start(): Promise<void> {
    if (!this.#server) {
      this.#server = createServer((request, response) => void this.#serve(request, response)).listen(0, '127.0.0.1');
      await once(this.#server, 'listening');
    }
    if (this.#runtime) return;
    const { port } = this.#server.address() as { port: number };
    const { name, folder, environment } = this.#settings;
    this.starts += 1;
    this.#runtime = spawn(process.execPath, [join(import.meta.dirname, 'bootstrap.mjs')], {
      cwd: folder,
      env: {
        ...environment,
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
        AWS_LAMBDA_FUNCTION_NAME: name,
        LAMBDA_TASK_ROOT: folder,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#runtime.stdout, this.#runtime.stderr])
      stream?.on('data', (bytes: Buffer) => {
        this.log += bytes.toString();
      });
  }

  #kill(): void {
    this.#runtime?.kill('SIGKILL');
    this.#runtime = undefined;
    this.#asked = undefined;
    this.#running = undefined;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.replace('/2018-06-01/runtime', '') ?? '';
    if (path === '/invocation/next') {
      this.#asked = response;
      this.#handOut();
      return;
    }
    const body = JSON.parse((await request.toArray()).join(''));
    response.writeHead(202).end();
    const pending = this.#running ?? this.#waiting;
    this.#running = undefined;
    if (path === '/init/error') {
      this.#waiting = undefined;
      this.#kill();
    }
    pending?.settle(path.endsWith('/response') ? { answer: body } : { error: body });
  }

  #handOut(): void {
    if (!this.#asked || !this.#waiting) return;
    this.#running = this.#waiting;
    this.#asked
      .setHeader('lambda-runtime-aws-request-id', this.#running.id)
      .setHeader('lambda-runtime-deadline-ms', String(Date.now() + this.#settings.timeoutSeconds * 1_000))
      .setHeader('lambda-runtime-trace-id', 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0')
      .setHeader(
        'lambda-runtime-invoked-function-arn',
        `arn:aws:lambda:eu-west-2:000000000000:function:${this.#settings.name}`,
      )
      .end(JSON.stringify(this.#running.event));
    this.#asked = undefined;
    this.#waiting = undefined;
  }
}
