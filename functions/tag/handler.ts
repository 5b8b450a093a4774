import { articleHandler } from '../article-handler.ts';
import { cloudRuntime } from '../cloud-runtime.ts';
import { tag } from './tag.ts';

export const createHandler = articleHandler('tag', tag);

export const handler = createHandler(cloudRuntime('tag'));
