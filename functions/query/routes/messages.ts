import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { loadMessageFile, MessageFileError } from '../../../shared/messages/message-file.ts';
import { pullThrough } from '../../../shared/messages/pull-through.ts';
import { newApi } from '../new-api.ts';
import { disputeParameter, periodParameters } from '../parameters.ts';
import { problem } from '../problem.ts';
import { mostArticles, readForMessages } from '../read-for-messages.ts';
import { type Ports, readDisputeRequest } from '../request.ts';
import { sameOriginJson } from '../same-origin.ts';
import { answers } from '../schemas.ts';

const place = { articleId: z.string(), title: z.string(), outlet: z.string(), url: z.string(), at: z.string() };

const lineResult = z.object({
  side: z.enum(['you', 'them']),
  id: z.string(),
  text: z.string(),
  copies: z.number().int(),
  texts: z.number().int(),
  share: z.number().nullable().openapi({ description: 'Of all articles of the period, from 0 to 1' }),
  answered: z.number().int().openapi({ description: 'Carrying sentences that the other side answers within two' }),
  sentences: z.array(z.object({ ...place, sentence: z.string(), answer: z.string().nullable() })),
});

const measureMessages = createRoute({
  method: 'post',
  path: '/{dispute}/messages',
  summary: 'Message pull-through: how far your lines and the other side’s got, with the sentences',
  request: {
    params: disputeParameter,
    query: periodParameters,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            messages: z.string().max(100_000).openapi({ description: 'The message file, as YAML' }),
          }),
        },
      },
    },
  },
  responses: answers(
    z.object({
      articles: z.object({ copies: z.number().int(), texts: z.number().int() }),
      lines: z.array(lineResult),
      aboutYou: z.number().int(),
      unquoted: z.array(z.object(place)).openapi({ description: 'Articles that name you and quote nobody of you' }),
    }),
    'Every line with the articles that carry it',
  ),
});

/** `/{dispute}/messages`. */
export function messagesRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.use('/:dispute/messages', sameOriginJson);
  api.openapi(measureMessages, async (context) => {
    const { dispute } = context.req.valid('param');
    const { codebook, instants } = await readDisputeRequest(dispute, context.req.valid('query'), ports);
    const messages = readMessages(context.req.valid('json').messages, codebook);
    const articles = await readForMessages(messages, instants, ports.store);
    if (!articles)
      throw problem(400, 'from', `The period holds more than ${mostArticles} articles. Choose a shorter one.`);
    return context.json(pullThrough(messages, articles), 200);
  });
  return api;
}

/** @throws a 400 problem that names every line at fault */
function readMessages(source: string, codebook: Parameters<typeof loadMessageFile>[2][number]) {
  try {
    return loadMessageFile(source, 'messages', [codebook]);
  } catch (thrown) {
    if (thrown instanceof MessageFileError) throw problem(400, 'messages', thrown.message);
    throw thrown;
  }
}
