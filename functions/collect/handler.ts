import { articleHandler } from '../article-handler.ts';
import { cloudRuntime } from '../cloud-runtime.ts';
import { collect } from './collect.ts';

export const createHandler = articleHandler('collect', collect);

export const handler = createHandler(cloudRuntime('collect'));
