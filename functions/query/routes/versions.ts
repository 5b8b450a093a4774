import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { disputeOf, keptId } from '../../../shared/codebook/version.ts';
import { codebookVersions } from '../../../shared/store/published-codebooks.ts';
import { disputeNamed } from '../dispute-named.ts';
import { newApi } from '../new-api.ts';
import { disputeParameter } from '../parameters.ts';
import { problem } from '../problem.ts';
import type { Ports } from '../request.ts';
import { answers } from '../schemas.ts';

const versionSchema = z
  .object({
    version: z.string(),
    publishedAt: z.string(),
    standing: z.enum(['current', 'kept', 'retired']),
    dispute: z
      .string()
      .nullable()
      .openapi({ description: 'Under which id its rows and series are asked for; null for a retired one' }),
  })
  .openapi('CodebookVersion');

const listVersions = createRoute({
  method: 'get',
  path: '/{dispute}/versions',
  summary: 'Versions of the codebook, and which of them can be queried',
  request: { params: disputeParameter },
  responses: answers(z.object({ versions: z.array(versionSchema) }), 'Every version published, oldest first'),
});

const showCodebook = createRoute({
  method: 'get',
  path: '/{dispute}/versions/{version}',
  summary: 'A version of the codebook, whole',
  request: { params: disputeParameter.extend({ version: z.string() }) },
  responses: answers(
    z.object({ version: z.string(), publishedAt: z.string(), codebook: z.record(z.string(), z.unknown()) }),
    'As published; its version is the hash of its content',
  ),
});

/** `/{dispute}/versions` and each of them. */
export function versionRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(listVersions, async (context) => {
    const dispute = await disputeAsked(context.req.valid('param').dispute, ports);
    const versions = await codebookVersions(ports.store, dispute);
    const idOf = { current: () => dispute, kept: (version: string) => keptId(dispute, version), retired: () => null };
    const described = versions.map((each) => ({ ...each, dispute: idOf[each.standing](each.version) }));
    return context.json({ versions: described }, 200);
  });
  api.openapi(showCodebook, async (context) => {
    const asked = context.req.valid('param');
    const dispute = await disputeAsked(asked.dispute, ports);
    const row = await ports.store.codebooks.get({ dispute, version: asked.version });
    if (!row?.content) {
      const known = (await codebookVersions(ports.store, dispute)).map(({ version }) => version);
      throw problem(404, 'version', `"${dispute}" has no version "${asked.version}".`, known);
    }
    const { version, publishedAt, content } = row;
    return context.json({ version, publishedAt, codebook: JSON.parse(content) as Record<string, unknown> }, 200);
  });
  return api;
}

const disputeAsked = async (id: string, ports: Ports) => disputeOf((await disputeNamed(id, ports)).codebook.id);
