import { OpenAPIHono } from '@hono/zod-openapi';
import { schemaProblem } from './problem.ts';

/** A group of documented routes, whose wrong parameters are answered as problems. */
export const newApi = (): OpenAPIHono =>
  new OpenAPIHono({ defaultHook: (result) => (result.success ? undefined : schemaProblem(result.error)) });
