import { articleHandler } from '../article-handler.ts';
import { deployedStage } from '../cloud-runtime.ts';
import { collect } from './collect.ts';

export const createHandler = articleHandler('collect', collect);

const { runtimeOf, observe } = deployedStage('collect');

export const handler = observe(createHandler(runtimeOf));
