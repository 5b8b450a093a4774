import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Table from 'cli-table3';
import { build } from 'esbuild';
import { loadArchive } from '../../local/archive/load-archive.ts';
import { createArchiveSite } from '../../local/archive/site.ts';
import { startPipeline } from '../../local/local-pipeline.ts';
import { serve } from '../../local/serve.ts';
import { stageNamed } from '../../shared/stages.ts';
import { median } from '../../shared/trend/median.ts';
import { startIssuer } from '../../test/access/issuer.ts';
import { environmentOver, synthesizeBundles } from '../../test/infra/bundles.ts';
import { firstEvents } from './first-events.ts';

/** What one cold start took, in milliseconds; `cpu`: of the processor, which waiting for others doesn't lengthen. */
interface ColdStart {
  loadMs: number;
  eventMs: number;
  loadCpuMs: number;
  eventCpuMs: number;
  megabytes: number;
}

interface Subject {
  name: string;
  folder: string;
  event: object;
  prepare(): Promise<void>;
}

const run = promisify(execFile);
const bare = 'bare AWS SDK, one GetItem';
/** `tag` must start in less than this many times what the bare SDK takes. */
const tagLimit = 2;

/**
 * Cold starts of all functions from their real bundles, interleaved with a bare AWS SDK bundle: modules loaded and the
 * first event worked on, each time in a fresh process on one core.
 * @returns whether `tag` starts in less than twice what the bare bundle takes
 */
export async function benchColdStart({ rounds }: { rounds: number }): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'picketline-cold-'));
  const pipeline = await startPipeline({ folder: null, contact: 'bench', now: Date.now });
  const archive = loadArchive();
  const site = await serve(
    createArchiveSite(archive, () => new Date()),
    0,
    '--port',
  );
  const secrets = await serveSecret('https://127.0.0.1/hook');
  const issuer = await startIssuer(Date.now);
  try {
    const environment = {
      ...(await environmentOver(pipeline)),
      ...{ AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url, WEBHOOK_SECRET: 'webhook' },
      ACCESS: JSON.stringify(issuer.settings),
      ...{ TEST_SITE_PORT: String(site.port), AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', NODE_NO_WARNINGS: '1' },
    };
    const folders = synthesizeBundles(folder);
    const events = await firstEvents(
      pipeline.runtime.store,
      archive,
      `Bearer ${await issuer.token(['picketline-read'], Date.now())}`,
    );
    const subjects: Subject[] = [
      { name: bare, folder: await bareBundle(folder), event: {}, prepare: async () => {} },
      ...events.map(({ stage, ...rest }) => ({ name: stage, folder: folders[stage], ...rest })),
    ];
    const results = new Map(subjects.map(({ name }) => [name, [] as ColdStart[]]));
    // The first round writes what later ones find, and isn't counted.
    for (let round = 0; round <= rounds; round += 1)
      for (const subject of subjects) {
        const measured = await startCold(subject, environment);
        if (round > 0) results.get(subject.name)!.push(measured);
      }
    return report(results);
  } finally {
    secrets.close();
    await issuer.served.close();
    await site.close();
    await pipeline.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bare SDK, bundled as the functions are. */
async function bareBundle(folder: string): Promise<string> {
  const outdir = join(folder, 'bare');
  await build({
    ...{ entryPoints: [join(import.meta.dirname, 'bare-handler.ts')], outfile: join(outdir, 'index.mjs') },
    ...{ bundle: true, minify: true, platform: 'node', target: 'node22', format: 'esm', logLevel: 'error' },
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  return outdir;
}

async function startCold({ name, folder, event, prepare }: Subject, environment: object): Promise<ColdStart> {
  await prepare();
  const script = join(import.meta.dirname, 'cold-run.mjs');
  const onOneCore = process.platform === 'linux' ? ['taskset', '-c', '0', process.execPath] : [process.execPath];
  const [command, ...before] = [...onOneCore, script];
  const { stdout } = await run(command!, before, {
    env: {
      ...environment,
      // The service samples the first request of each second: a cold start is traced.
      ...{ _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1' },
      ...{ LAMBDA_TASK_ROOT: folder, FIRST_EVENT: JSON.stringify(event), AWS_LAMBDA_FUNCTION_NAME: name },
    },
  });
  const lines = stdout.trim().split('\n');
  const { measured, answer } = JSON.parse(lines.at(-1)!) as { measured: ColdStart; answer: unknown };
  const isFailed = /"batchItemFailures":\[\{|"statusCode":[45]/.test(JSON.stringify(answer) ?? '');
  // The digest's webhook is this machine, which it refuses when all is composed.
  if (isFailed || (name !== 'digest' && JSON.stringify(answer)?.startsWith('{"error"')))
    throw new Error(`${name} failed at its first event: ${stdout}`);
  return measured;
}

function report(results: Map<string, ColdStart[]>): boolean {
  const middle = (name: string, of: (each: ColdStart) => number) => median(results.get(name)!.map(of)) ?? 0;
  const cpu = (name: string) => middle(name, ({ loadCpuMs, eventCpuMs }) => loadCpuMs + eventCpuMs);
  const wall = (name: string) => middle(name, ({ loadMs, eventMs }) => loadMs + eventMs);
  const table = new Table({
    head: ['function', 'load ms', 'first event ms', 'both ms', 'x bare', 'processor ms', 'x bare', 'MB'],
    style: { head: [], border: [] },
  });
  for (const name of results.keys()) {
    const times = [middle(name, (each) => each.loadMs), middle(name, (each) => each.eventMs), wall(name)];
    table.push([
      ...[name, ...times.map((ms) => ms.toFixed(0)), (wall(name) / wall(bare)).toFixed(2)],
      ...[cpu(name).toFixed(0), (cpu(name) / cpu(bare)).toFixed(2), middle(name, (each) => each.megabytes).toFixed(0)],
    ]);
  }
  console.log(`cold starts, medians of ${results.get(bare)!.length} fresh processes on one core:\n${table}`);
  const { memoryMegabytes } = stageNamed('tag');
  const ratio = cpu('tag') / cpu(bare);
  console.log(
    `tag (${memoryMegabytes} MB in the cloud) starts in ${ratio.toFixed(2)} times the bare SDK's processor time; limit ${tagLimit}`,
  );
  return ratio < tagLimit;
}

/** Answers as Secrets Manager does to the one question that digest and alert ask. */
async function serveSecret(value: string) {
  const server = createServer((_, response) =>
    response
      .setHeader('content-type', 'application/x-amz-json-1.1')
      .end(JSON.stringify({ Name: 'webhook', SecretString: value })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
