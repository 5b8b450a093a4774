import { articleHandler } from '../article-handler.ts';
import { deployedStage } from '../cloud-runtime.ts';
import { openCloudWeb } from '../cloud-web.ts';
import { collect } from './collect.ts';

export const createHandler = articleHandler('collect', collect);

const { runtimeOf, observe } = deployedStage('collect', openCloudWeb);

export const handler = observe(createHandler(runtimeOf));
