import { firstZh } from './first-zh-CN.ts';
import { laterZh } from './later-zh-CN.ts';

/** All Chinese words by namespace; the other languages have exactly these keys. */
export const resourcesZh = { ...firstZh, ...laterZh } as const;
