import { articleHandler } from '../article-handler.ts';
import { deployedStage } from '../cloud-runtime.ts';
import { tag } from './tag.ts';

export const createHandler = articleHandler('tag', tag);

const { runtimeOf, observe } = deployedStage('tag');

export const handler = observe(createHandler(runtimeOf));
