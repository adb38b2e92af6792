import type { resourcesZh } from './languages/zh-CN.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof resourcesZh;
  }
}
