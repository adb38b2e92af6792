import type { TranslationOf } from '#ui/i18n/translation-of.ts';
import type { briefingZh } from './zh-CN.ts';

export const briefingEn: TranslationOf<typeof briefingZh> = {
  title: 'Briefing',
  intro: 'Save the present view and choices as a scene; opening a scene brings its picture back.',
  scenes: 'Scenes',
  none: 'No scenes yet. Set up the map, then choose “Save this picture”.',
  save: 'Save this picture',
  open: 'Open',
  update: 'Update from the present picture',
  remove: 'Remove',
  up: 'Move up',
  down: 'Move down',
  sceneTitle: 'Title',
  note: 'Note',
  defaultTitle: 'Scene {{number}}',
  approvalNumber: 'Map approval number (审图号)',
  approvalExample: 'GS(2024)0000号',
  approvalHint: 'Without one, exported maps are marked as internal draft.',
};
