import { CLUSTER_SEED, NEAREST_NEIGHBOURS, type ClusterQuestion } from '#core/structure/cluster-question.ts';
import { MORAN_PERMUTATIONS } from '#core/structure/moran.ts';
import type { ChoroplethDrawing, MapModel } from '#map/layers/map-model.ts';
import { shownWorkspace } from '#state/open-scene.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import { bracketed, listed } from '#ui/i18n/punctuation.ts';
import type { BriefingWords } from './sheet-lines.ts';
import { type OwnTravel, travelLines } from './travel-setting-lines.ts';

/** Characters of a hash that a picture shows; data files and the project have it whole. */
const SHOWN_HASH = 12;

/** Number of classes; of two measures crossed, those of each. */
function classCount({ colours, cross = null }: ChoroplethDrawing): string {
  return cross === null ? String(colours.length) : `${cross.columns} × ${cross.rows}`;
}

/** What colours that stand for an indicator's own figures are made by: no score is behind them. */
function isOwnFigure({ integration: { shown } }: ProjectDocument): boolean {
  return shown.kind === 'value' || (shown.kind === 'change' && shown.level !== 'agglomeration');
}

function scoreLines(
  document: ProjectDocument,
  choropleth: ChoroplethDrawing,
  t: BriefingWords,
): readonly string[] {
  const { integration } = document;
  const { options, classification } = integration;
  const yearWindow = t('setting.yearWindow', { years: options.yearWindow });
  const measure = isOwnFigure(document)
    ? [`${t('setting.figures')}${t('colon')}${yearWindow}`]
    : [
        `${t('setting.score')}${t('colon')}${[t(`preset.${integration.preset}`), t(`set.${integration.set}`), integration.year].join(t('list'))}`,
        `${t('setting.options')}${t('colon')}${[
          t(`scope.${options.scope}`),
          `ddof ${options.ddof}`,
          t(`missing.${options.missing}`),
          t('setting.coverage', { share: Math.round(options.coverageThreshold * 100) }),
          yearWindow,
          ...(options.useR ? [] : [t('setting.withoutR')]),
          ...(options.useLevel ? [] : [t('setting.withoutLevel')]),
          Object.keys(options.weights).length === 0
            ? t('setting.equalWeights')
            : t('setting.ownWeights', { count: Object.keys(options.weights).length }),
        ].join(t('list'))}`,
      ];
  return [
    ...measure,
    `${t('setting.classes')}${t('colon')}${[
      t(`classes.${classification.method}`),
      classCount(choropleth),
      ...(classification.lock ? [t('setting.locked')] : []),
    ].join(t('list'))}`,
  ];
}

/** How the marks of the structure workspace were made. */
function structureLines(
  { view, circles }: ProjectDocument,
  { structure, visible, flows }: MapModel,
  clusters: ClusterQuestion | null,
  t: BriefingWords,
): readonly string[] {
  const { mode, ties } = view.structure;
  const line = (name: string, parts: readonly string[]) => `${name}${t('colon')}${parts.join(t('list'))}`;
  return [
    ...((structure?.centres.length ?? 0) > 0
      ? [line(t('setting.ellipse'), [t('setting.ellipseBasis')])]
      : []),
    ...(visible.flows && flows.length > 0
      ? [
          line(t('setting.ties'), [
            t('setting.gravity'),
            t(`mode.${mode}`),
            t(`traffic.${circles.preset}`),
            ties === 0 ? t('setting.allTies') : t('setting.strongestTies', { count: ties }),
          ]),
        ]
      : []),
    ...(clusters === null
      ? []
      : [
          line(t('setting.clusters'), [
            t(`setting.neighbours.${clusters.neighbours}`, { count: NEAREST_NEIGHBOURS }),
            t('setting.permutations', { permutations: MORAN_PERMUTATIONS, seed: CLUSTER_SEED }),
          ]),
        ]),
    ...((structure?.yardsticks?.length ?? 0) > 0
      ? [line(t('setting.yardsticks'), [t('setting.trueSize')])]
      : []),
  ];
}

/** Own boundaries that are drawn, by file, coordinates and hash, and those that are not because their file is not at hand. */
function ownShapeLines(
  { ownShapes, view }: ProjectDocument,
  model: MapModel,
  language: NumberLanguage,
  t: BriefingWords,
): readonly string[] {
  const drawn = new Set(model.ownShapes?.files.map(({ id }) => id));
  const shown = ownShapes.filter(({ id }) => view.shownShapes.includes(id));
  const there = shown.filter(({ id }) => drawn.has(id));
  const missing = shown.filter(({ id }) => !drawn.has(id));
  return [
    ...(there.length === 0
      ? []
      : [
          `${t('setting.ownShapes')}${t('colon')}${there
            .map(({ id, name, layer, datum }) =>
              t('setting.ownShapeFile', { name, layer, datum, hash: id.slice(0, SHOWN_HASH) }),
            )
            .join(t('semicolon'))}`,
        ]),
    ...(missing.length === 0
      ? []
      : [
          `${t('setting.shapesMissing')}${t('colon')}${listed(
            missing.map(({ name }) => name),
            language,
          )}`,
        ]),
  ];
}

/** How the shown values were made: the choices that change them, and the own data that they rest on. */
export function settingLines(
  document: ProjectDocument,
  model: MapModel,
  travel: OwnTravel,
  t: BriefingWords,
): readonly string[] {
  const { view } = document;
  const lines: string[] = [];
  const { choropleth, visible } = model;
  const language = model.language === 'en' ? 'en' : 'zh-CN';
  const clusters =
    shownWorkspace(document) === 'structure' && view.structure.regionId === null
      ? view.structure.clusters
      : null;
  if (clusters === null && visible.choropleth && choropleth !== null && choropleth.basis !== 'travel')
    lines.push(...scoreLines(document, choropleth, t));
  lines.push(...structureLines(document, model, clusters, t));
  lines.push(...travelLines(document, model, travel, t));
  const scenario = document.scenarios.find(({ id }) => id === document.activeScenario);
  if (scenario !== undefined)
    lines.push(
      `${t('setting.scenario')}${t('colon')}${scenario.name}${bracketed(t('setting.edits', { count: scenario.edits.length }), model.language)}`,
    );
  if (visible.rail && view.railYear !== null) lines.push(t('setting.railYear', { year: view.railYear }));
  lines.push(...ownShapeLines(document, model, language, t));
  return lines;
}
