import type { TFunction } from 'i18next';
import type { ChoroplethDrawing, MapModel } from '#map/layers/map-model.ts';
import type { ArtefactId } from '#data/artefact-values.ts';
import type { Manifest } from '#data/manifest.ts';
import type { ProjectDocument } from '#state/project-document.ts';
import { originWords } from './origin-words.ts';

/** Words of the briefing feature. */
export type BriefingWords = TFunction<'briefing'>;

/** Circles, ellipses and centres are of people counted. */
function measuresCities(structure: MapModel['structure']): boolean {
  return (structure?.symbols.length ?? 0) > 0 || (structure?.centres.length ?? 0) > 0;
}

/** What of the data a picture was drawn from. */
function artefactsOf({
  visible,
  choropleth,
  circle,
  rail,
  roadLinks,
  regions,
  structure,
  flows,
}: MapModel): readonly ArtefactId[] {
  const drawsTies = visible.flows && flows.length > 0;
  return [
    'admin-national',
    'basemap',
    ...(visible.counties ? (['admin-county'] as const) : []),
    ...((visible.agglomerations || visible.metros) && regions.length > 0 ? (['regions'] as const) : []),
    ...((visible.choropleth && choropleth !== null) || measuresCities(structure) || drawsTies
      ? (['indicators'] as const)
      : []),
    ...(visible.rail && rail !== null ? (['rail-lines'] as const) : []),
    ...(visible.roadLinks && roadLinks.length > 0 ? (['road-links'] as const) : []),
    ...((visible.circles && circle !== null) || drawsTies
      ? (['rail-timetable', 'county-raster'] as const)
      : []),
    ...((structure?.yardsticks.length ?? 0) > 0 ? (['yardsticks'] as const) : []),
    ...(visible.labels ? (['units'] as const) : []),
  ];
}

/** Sources with their years, one line for each attribution. */
export function sourceLines(model: MapModel, manifest: Manifest | null, t: BriefingWords): readonly string[] {
  if (manifest === null) return [];
  const lines = new Map<string, string[]>();
  for (const id of artefactsOf(model)) {
    const artefact = manifest.artefacts.find((candidate) => candidate.id === id);
    if (artefact === undefined) continue;
    const origin = [artefact.attribution, artefact.vintage]
      .filter((part) => part !== '')
      .map((part) => originWords(part, model.language))
      .join(t('semicolon'));
    const names = lines.get(origin) ?? [];
    lines.set(origin, [...names, t(`data.${id as DataName}`)]);
  }
  const { choropleth, visible } = model;
  const shownNote =
    visible.choropleth && choropleth !== null && choropleth.note !== '' ? [choropleth.note] : [];
  return [
    ...shownNote,
    ...[...lines].map(([origin, names]) => `${names.join(t('list'))}${t('colon')}${origin}`),
  ];
}

type DataName =
  | 'admin-national'
  | 'admin-county'
  | 'basemap'
  | 'regions'
  | 'indicators'
  | 'rail-lines'
  | 'road-links'
  | 'rail-timetable'
  | 'county-raster'
  | 'units'
  | 'yardsticks';

/** Number of classes; of two measures crossed, those of each. */
function classCount({ colours, cross = null }: ChoroplethDrawing): string {
  return cross === null ? String(colours.length) : `${cross.columns} × ${cross.rows}`;
}

/** How the shown values were made: the choices that change them. */
export function settingLines(
  document: ProjectDocument,
  model: MapModel,
  t: BriefingWords,
): readonly string[] {
  const { integration, circles, view } = document;
  const lines: string[] = [];
  const { visible } = model;
  if (visible.choropleth && model.choropleth !== null) {
    const { options, classification } = integration;
    lines.push(
      `${t('setting.score')}${t('colon')}${[t(`preset.${integration.preset}`), t(`set.${integration.set}`), integration.year].join(t('list'))}`,
      `${t('setting.options')}${t('colon')}${[
        t(`scope.${options.scope}`),
        `ddof ${options.ddof}`,
        t(`missing.${options.missing}`),
        t('setting.coverage', { share: Math.round(options.coverageThreshold * 100) }),
        t('setting.yearWindow', { years: options.yearWindow }),
        ...(options.useR ? [] : [t('setting.withoutR')]),
        ...(options.useLevel ? [] : [t('setting.withoutLevel')]),
        Object.keys(options.weights).length === 0
          ? t('setting.equalWeights')
          : t('setting.ownWeights', { count: Object.keys(options.weights).length }),
      ].join(t('list'))}`,
      `${t('setting.classes')}${t('colon')}${[
        t(`classes.${classification.method}`),
        classCount(model.choropleth),
        ...(classification.lock ? [t('setting.locked')] : []),
      ].join(t('list'))}`,
    );
  }
  if (visible.circles && model.circle !== null) {
    const parameters = Object.entries(circles.parameters).map(
      ([name, value]) => `${name} = ${String(value)}`,
    );
    lines.push(
      `${t('setting.circle')}${t('colon')}${[
        t(`mode.${circles.mode}`),
        t(`traffic.${circles.preset}`),
        t('setting.minutes', { minutes: circles.minutes }),
        model.circle.origins.map(({ label }) => label).join(t('list')),
      ]
        .filter((part) => part !== '')
        .join(t('list'))}`,
      ...(parameters.length === 0
        ? []
        : [`${t('setting.parameters')}${t('colon')}${parameters.join(t('list'))}`]),
      ...(circles.closedLinks.length === 0
        ? []
        : [`${t('setting.closed')}${t('colon')}${circles.closedLinks.join(t('list'))}`]),
    );
  }
  const scenario = document.scenarios.find(({ id }) => id === document.activeScenario);
  if (scenario !== undefined)
    lines.push(
      `${t('setting.scenario')}${t('colon')}${scenario.name} (${t('setting.edits', { count: scenario.edits.length })})`,
    );
  if (visible.rail && view.railYear !== null) lines.push(t('setting.railYear', { year: view.railYear }));
  return lines;
}
