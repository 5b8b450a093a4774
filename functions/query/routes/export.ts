import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type CorpusEntry, readCorpus } from '../../../shared/export/read-corpus.ts';
import { csvHead, csvLines, jsonLines } from '../../../shared/export/table-formats.ts';
import { exportTables, withoutText } from '../../../shared/export/tables.ts';
import { seriesOf, wholeDispute } from '../../../shared/trend/series.ts';
import { newApi } from '../new-api.ts';
import { periodParameters } from '../parameters.ts';
import { problem, problemSchema } from '../problem.ts';
import { type Ports, readDisputeRequest } from '../request.ts';

export interface ExportPorts extends Ports {
  /** Articles that one answer may hold; left out where answers are streamed. */
  exportLimit?: number;
}

const tableNames = exportTables.map(({ name }) => name) as [string, ...string[]];
const formats = ['csv', 'jsonl'] as const;

const getExport = createRoute({
  method: 'get',
  path: '/{dispute}/export/{table}',
  summary: 'A table of the tagged corpus as a file',
  description: 'The columns are those of the data package that `picketline export` writes.',
  request: {
    params: z.object({ dispute: z.string(), table: z.enum(tableNames) }),
    query: periodParameters.omit({ hour: true }).extend({
      format: z.enum(formats).default('csv'),
      bom: z.enum(['yes', 'no']).default('no').openapi({ description: 'CSV begins with a byte order mark, for Excel' }),
      words: z
        .enum(['yes', 'no'])
        .default('yes')
        .openapi({ description: '`no`: addresses, offsets, hashes and tags, but no words of the articles' }),
    }),
  },
  responses: {
    200: {
      description: 'The rows, article by article in order of time',
      content: { 'text/csv': { schema: z.string() }, 'application/jsonl': { schema: z.string() } },
    },
    400: { description: 'A parameter is wrong', content: { 'application/problem+json': { schema: problemSchema } } },
    404: { description: 'Not there', content: { 'application/problem+json': { schema: problemSchema } } },
  },
});

/** `/{dispute}/export/{table}`: streamed, in constant memory. */
export function exportRoutes(ports: ExportPorts): OpenAPIHono {
  const api = newApi();
  api.openapi(getExport, async (context) => {
    const { dispute, table: name } = context.req.valid('param');
    const { format, bom, words, ...asked } = context.req.valid('query');
    const { codebook, from, to, instants } = await readDisputeRequest(dispute, asked, ports);
    await checkSize(codebook.id, instants, ports);
    const whole = exportTables.find((candidate) => candidate.name === name)!;
    const table = words === 'yes' ? whole : withoutText(whole);
    const linesOf = (entry: CorpusEntry) =>
      format === 'csv' ? csvLines(table.rowsOf(entry)) : jsonLines(table.fields, table.rowsOf(entry));
    const head = format === 'csv' ? csvHead(table.fields, bom === 'yes') : '';
    return new Response(streamOf(head, readCorpus(ports.store, codebook.id, instants), linesOf), {
      headers: {
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
        'content-disposition': `attachment; filename="${codebook.id}-${name}-${from}-${to}.${format}"`,
      },
    });
  });
  return api;
}

/** Counting what is too much costs no more than reading what is allowed. */
async function checkSize(
  dispute: string,
  { from, to }: { from: string; to: string },
  { store, exportLimit }: ExportPorts,
): Promise<void> {
  if (exportLimit === undefined) return;
  const range = { from, to: `${to}#~`, limit: exportLimit + 1 };
  let articles = 0;
  for await (const _ of store.mentions.query({ series: seriesOf(dispute, wholeDispute) }, 'at', range)) articles += 1;
  if (articles > exportLimit) {
    throw problem(
      400,
      'from',
      `The period holds over ${exportLimit} articles, more than one answer here: ask by shorter periods, or use \`picketline export\`.`,
    );
  }
}

function streamOf(
  head: string,
  entries: AsyncIterable<CorpusEntry>,
  linesOf: (entry: CorpusEntry) => string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces = (async function* () {
    if (head !== '') yield head;
    for await (const entry of entries) {
      const lines = linesOf(entry);
      if (lines !== '') yield lines;
    }
  })();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
