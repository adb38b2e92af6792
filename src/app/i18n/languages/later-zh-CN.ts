import { briefingZh } from '#features/briefing/locales/zh-CN.ts';
import { circlesZh } from '#features/circles/locales/zh-CN.ts';
import { inspectorZh } from '#features/inspector/locales/zh-CN.ts';
import { integrationZh } from '#features/integration/locales/zh-CN.ts';
import { scenariosZh } from '#features/scenarios/locales/zh-CN.ts';
import { accessibilityZh } from '#ui/accessibility/locale-zh.ts';
import { tablesZh } from '#ui/i18n/tables/zh-CN.ts';
import { commandsZh } from '../app-commands-zh.ts';
import { keysZh } from '../app-keys-zh.ts';

/** Chinese words of what loads after the first picture, by namespace. */
export const laterZh = {
  inspector: inspectorZh,
  integration: integrationZh,
  circles: circlesZh,
  scenarios: scenariosZh,
  briefing: briefingZh,
  commands: commandsZh,
  keys: keysZh,
  accessibility: accessibilityZh,
  tables: tablesZh,
} as const;
