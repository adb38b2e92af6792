import { briefingZh } from '#features/briefing/locales/zh-CN.ts';
import { circlesZh } from '#features/circles/locales/zh-CN.ts';
import { inspectorZh } from '#features/inspector/locales/zh-CN.ts';
import { integrationZh } from '#features/integration/locales/zh-CN.ts';
import { scenariosZh } from '#features/scenarios/locales/zh-CN.ts';
import { structureZh } from '#features/structure/locales/zh-CN.ts';
import { termsZh } from '#ui/i18n/terms/zh-CN.ts';
import { appZh } from '../app-zh.ts';

/** All Chinese words by namespace; the other languages have exactly these keys. */
export const resourcesZh = {
  app: appZh,
  terms: termsZh,
  inspector: inspectorZh,
  structure: structureZh,
  integration: integrationZh,
  circles: circlesZh,
  scenarios: scenariosZh,
  briefing: briefingZh,
} as const;
