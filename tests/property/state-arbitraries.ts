import { ASSUMPTION_IDS } from '#core/uncertainty/assumption.ts';
import fc from 'fast-check';
import { ownRegionId } from '#core/geography/own-region.ts';
import { ownIndicatorId, type OwnIndicator } from '#core/indicators/own-table.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { Command } from '#state/command.ts';
import * as circles from '#state/commands/circle-commands.ts';
import * as integration from '#state/commands/integration-commands.ts';
import * as ownData from '#state/commands/own-data-commands.ts';
import * as ownRegions from '#state/commands/own-region-commands.ts';
import * as project from '#state/commands/project-commands.ts';
import * as scenario from '#state/commands/scenario-commands.ts';
import * as scene from '#state/commands/scene-commands.ts';
import * as ownShapes from '#state/commands/own-shape-commands.ts';
import * as travelData from '#state/commands/travel-data-commands.ts';
import * as view from '#state/commands/view-commands.ts';
import { CIRCLE_MODES, type CircleOrigin } from '#state/document/circles-state.ts';
import { INTEGRATION_PAGES } from '#state/document/integration-state.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { LANGUAGES, LAYER_TOGGLES, THEMES, WORKSPACES } from '#state/document/view-state.ts';

/** A step of a walk: given the document it stands on, the command to run. */
export type Step = (document: ProjectDocument) => Command;

const position = fc.tuple(
  fc.double({ min: 73, max: 135, noNaN: true }),
  fc.double({ min: 4, max: 53, noNaN: true }),
);
const adcode = fc.constantFrom('510100', '500000', '310000', '440300');
const id = fc.constantFrom('yrd', 'chengyu', 'gba', 'hzmb', 'l1', 'l2', 'toString');
const text = fc.string({ maxLength: 12 });
const index = fc.nat(3);

const origin: fc.Arbitrary<CircleOrigin> = fc.oneof(
  fc.record({ kind: fc.constant('unit' as const), adcode }),
  fc.record({ kind: fc.constant('point' as const), at: position, label: text }),
);

const edit: fc.Arbitrary<ScenarioEdit> = fc.oneof(
  fc.record({ type: fc.constantFrom('open' as const, 'close' as const), id }),
  fc.record({
    type: fc.constant('set-speed' as const),
    line: id,
    designSpeedKmh: fc.option(fc.integer({ min: 80, max: 400 })),
  }),
  fc.record({
    type: fc.constant('add-line' as const),
    id,
    name: text,
    stops: fc.array(fc.oneof(text, fc.record({ name: id, at: position })), { maxLength: 4 }),
    designSpeedKmh: fc.integer({ min: 80, max: 400 }),
  }),
  fc.record({
    type: fc.constant('move-member' as const),
    adcode,
    from: fc.option(id),
    to: fc.option(id),
  }),
);

const ownIndicator: fc.Arbitrary<Omit<OwnIndicator, 'id'>> = fc.record({
  name: fc.constantFrom('人均GDP', 'R&D share', '绿地率'),
  unit: fc.constantFrom('', '万元', '%'),
  direction: fc.constantFrom(1 as const, -1 as const, 0 as const),
  dimension: fc.constantFrom('regional' as const, 'environment' as const, null),
  decimals: fc.nat(3),
  level: fc.constantFrom('prefecture' as const, 'county' as const),
  series: fc.array(
    fc
      .uniqueArray(fc.tuple(adcode, fc.integer(), fc.integer({ min: 1, max: 99 })), {
        selector: ([code]) => code,
        maxLength: 4,
      })
      .chain((cells) =>
        fc.record({
          year: fc.constantFrom(2010, 2015, 2020, 2023),
          codes: fc.constant(cells.map(([code]) => code)),
          values: fc.constant(cells.map(([, value]) => value)),
          rows: fc.constant(cells.map(([, , row]) => row)),
        }),
      ),
    { minLength: 1, maxLength: 3 },
  ),
});

/** Ids free in the document, as the importer chooses them. */
function ownTableFor(document: ProjectDocument, indicators: readonly Omit<OwnIndicator, 'id'>[]) {
  const taken = new Set(document.ownTables.flatMap((table) => table.indicators.map((one) => one.id)));
  const named = indicators.map((indicator): OwnIndicator => {
    const free = ownIndicatorId(indicator.name, taken);
    taken.add(free);
    return { ...indicator, id: free };
  });
  const tableId = `t${Math.max(0, ...document.ownTables.map((table) => Number(table.id.slice(1)) + 1))}`;
  return { id: tableId, name: 'file.csv', importedOn: '2026-11-27', indicators: named };
}

const ownIndex: fc.Arbitrary<OwnIndex | null> = fc.option(
  fc.constantFrom('K' as const, 'mean' as const).map((quantity) => ({
    quantity,
    declaration: {
      units: 'region',
      normalise: { method: 'minmax' as const },
      aggregate: 'arithmetic' as const,
      nodes: [{ id: 'index' }, { id: 'wage', parent: 'index', weight: 2 }],
    },
  })),
);

const ownRegion = fc.record({
  kind: fc.constantFrom('agglomeration' as const, 'metro' as const),
  name: fc.constantFrom('我的城市群', 'Mine'),
  wholeUnits: fc.uniqueArray(adcode, { maxLength: 3 }),
  partCounties: fc.constant([]),
  cores: fc.constant([]),
  copiedFrom: fc.option(id),
});

/** Commands that only show: no step of the history. */
export const showingStep: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      center: position,
      zoom: fc.double({ min: 2, max: 12, noNaN: true }),
    })
    .map((camera) => () => view.moveCamera(camera)),
  fc.constantFrom(...WORKSPACES).map((workspace) => () => view.enterWorkspace(workspace)),
  fc.constantFrom(...LANGUAGES).map((language) => () => view.setLanguage(language)),
  fc.constantFrom(...THEMES).map((theme) => () => view.setTheme(theme)),
  id.map((regionId) => () => view.select({ kind: 'region', regionId })),
  fc.constant(() => view.clearSelection()),
  fc
    .record({ node: id, member: fc.constantFrom(null, '510100') })
    .map((step) => () => integration.explainStep(step)),
  fc
    .record({
      regionId: fc.option(id),
      huLine: fc.boolean(),
      ties: fc.constantFrom(0, 10, 20),
      compared: fc.array(id, { maxLength: 2 }),
      clusters: fc.constantFrom(null, {
        level: 'county' as const,
        indicator: 'own:a',
        year: 2020,
        neighbours: 'nearest' as const,
      }),
    })
    .map((look) => (d: ProjectDocument) => view.lookAtStructure(d.view.structure, look)),
  fc.constantFrom(...INTEGRATION_PAGES).map((page) => () => integration.openIntegrationPage(page)),
);

/** Commands that decide: each a step of the history. */
export const decidingStep: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...WORKSPACES), fc.constantFrom(...LAYER_TOGGLES), fc.boolean())
    .map((args) => () => view.setLayerVisible(...args)),
  fc.option(fc.integer({ min: 1990, max: 2030 })).map((year) => () => view.setRailYear(year)),
  fc.tuple(id, fc.option(fc.constantFrom('a', '2016-plan'))).map(
    ([region, slug]) =>
      () =>
        view.chooseRegionVariant(region, slug === null ? null : `${region}@${slug}`),
  ),
  fc.subarray(['mature', 'developing', 'nurturing'] as const).map((m) => () => view.setMaturities(m)),
  fc
    .subarray(['high-speed', 'intercity', 'conventional'] as const)
    .map((categories) => () => view.setRailCategories(categories)),
  fc.constantFrom(2010, 2015, 2020).map((year) => () => integration.setIntegrationYear(year)),
  fc.constantFrom(0, 0.5, 1).map((share) => () => integration.setCoverageThreshold(share)),
  fc.uniqueArray(fc.nat(9), { maxLength: 3 }).map(
    (limits) => (d: ProjectDocument) =>
      integration.setClassLimits(
        d.integration.classification,
        limits.toSorted((a, b) => a - b),
      ),
  ),
  fc
    .record({ ddof: fc.constantFrom(0, 1), useR: fc.boolean() })
    .map((o) => () => integration.setScoreOptions(o)),
  fc.dictionary(id, fc.nat(9)).map((weights) => () => integration.setScoreOptions({ weights })),
  id.map((shown) => () => integration.showMeasure({ kind: 'indicator', id: shown })),
  fc
    .record({ id, level: fc.constantFrom('prefecture' as const, 'county' as const) })
    .map((shown) => () => integration.showMeasure({ kind: 'value', ...shown })),
  fc
    .record({
      id,
      fromYear: fc.integer({ min: 1990, max: 2030 }),
      level: fc.constantFrom('agglomeration' as const, 'prefecture' as const, 'county' as const),
    })
    .map((shown) => () => integration.showMeasure({ kind: 'change', ...shown })),
  fc
    .option(fc.record({ id, level: fc.constantFrom('prefecture' as const, 'county' as const) }))
    .map(
      (second) => () =>
        integration.crossMeasure(second === null ? null : { kind: 'value' as const, ...second }),
    ),
  fc.record({ x: id, y: id }).map((axes) => () => integration.chooseScatter(axes)),
  fc
    .record({
      without: fc.array(id, { maxLength: 3 }),
      yearMatching: fc.constantFrom('value' as const, 'indicator' as const),
    })
    .map((o) => () => integration.setScoreOptions(o)),
  fc.constant(() => integration.returnToPaper()),
  fc.record({ id, weight: fc.constantFrom(0, 0.5, 3) }).map(
    ({ id: weighed, weight }) =>
      () =>
        integration.setWeight(weighed, weight),
  ),
  fc.constant(() => integration.setScorePreset('paper')),
  fc.tuple(id, fc.boolean()).map((args) => () => integration.setPalette(...args)),
  fc
    .array(id, { maxLength: 3 })
    .map((ids) => () => integration.chooseAgglomerations({ set: 'custom', agglomerationIds: ids })),
  fc.integer({ min: 15, max: 120 }).map((minutes) => () => circles.setCircleMinutes(minutes)),
  fc.constantFrom(...CIRCLE_MODES).map((mode) => () => circles.setCircleMode(mode)),
  fc.array(fc.integer({ min: 15, max: 180 }), { maxLength: 5 }).map((c) => () => circles.setCircleCutoffs(c)),
  fc.tuple(id, fc.option(fc.nat(90))).map((args) => () => circles.setCircleParameter(...args)),
  fc.boolean().map((shown) => () => circles.setCertaintyShown(shown)),
  fc.integer({ min: 1, max: 2000 }).map((draws) => () => circles.setUncertaintyDraws(draws)),
  fc
    .tuple(fc.constantFrom(...ASSUMPTION_IDS), fc.option(fc.tuple(fc.nat(30), fc.nat(30))))
    .map((args) => () => circles.setAssumptionRange(...args)),
  fc.constant(() => circles.resetAssumptionRanges()),
  fc.tuple(id, fc.boolean()).map((args) => (d: ProjectDocument) => circles.setLinkClosed(d.circles, ...args)),
  origin.map((o) => (d: ProjectDocument) => circles.addCircleOrigin(d.circles, o)),
  fc.array(origin, { maxLength: 3 }).map((o) => () => circles.setCircleOrigins(o)),
  fc.tuple(index, origin).map(
    ([i, o]) =>
      (d: ProjectDocument) =>
        i < d.circles.origins.length ? circles.moveCircleOrigin(i, o) : circles.addCircleOrigin(d.circles, o),
  ),
  index.map(
    (i) => (d: ProjectDocument) =>
      i < d.circles.origins.length ? circles.removeCircleOrigin(i) : circles.setCirclesMerged(false),
  ),
  fc
    .record({ id, name: text, note: text, edits: fc.array(edit, { maxLength: 3 }) })
    .map((s) => (d: ProjectDocument) => scenario.addScenario(d, s)),
  index.map(
    (i) => (d: ProjectDocument) =>
      i < d.scenarios.length ? scenario.removeScenario(d, i) : scenario.activateScenario(null),
  ),
  fc.tuple(index, edit).map(
    ([i, e]) =>
      (d: ProjectDocument) =>
        i < d.scenarios.length ? scenario.addScenarioEdit(d, i, e) : scenario.activateScenario(null),
  ),
  fc.tuple(index, index).map(
    ([i, j]) =>
      (d: ProjectDocument) =>
        j < (d.scenarios[i]?.edits.length ?? 0)
          ? scenario.removeScenarioEdit(i, j)
          : scenario.activateScenario(null),
  ),
  fc.tuple(index, text).map(
    ([i, name]) =>
      (d: ProjectDocument) =>
        i < d.scenarios.length ? scenario.describeScenario(i, { name }) : project.renameProject(name),
  ),
  fc
    .record({ id, title: text, note: text })
    .map((s) => (d: ProjectDocument) => scene.addScene(d, { ...s, state: scene.captureScene(d) })),
  index.map(
    (i) => (d: ProjectDocument) => (i < d.scenes.length ? scene.removeScene(i) : project.renameProject('x')),
  ),
  fc.tuple(index, index).map(
    ([from, to]) =>
      (d: ProjectDocument) =>
        from < d.scenes.length && to < d.scenes.length
          ? scene.moveScene(d, from, to)
          : project.setMapApprovalNumber(`GS(2024)${to}`),
  ),
  index.map(
    (i) => (d: ProjectDocument) =>
      i < d.scenes.length ? scene.recaptureScene(d, i) : project.renameProject('y'),
  ),
  text.map((name) => () => project.renameProject(name)),
  fc
    .array(ownIndicator, { maxLength: 2 })
    .map((indicators) => (d: ProjectDocument) => ownData.addOwnTable(d, ownTableFor(d, indicators))),
  index.map((i) => (d: ProjectDocument) => ownData.removeOwnTable(d, i)),
  ownIndex.map((o) => (d: ProjectDocument) => ownData.setOwnIndex(d, o)),
  ownRegion.map(
    (region) => (d: ProjectDocument) =>
      ownRegions.addOwnRegion(d, {
        ...region,
        id: ownRegionId(`r${Math.max(0, ...d.ownRegions.map((one) => Number(one.id.slice(8)) + 1))}`),
      }),
  ),
  fc.tuple(index, fc.uniqueArray(adcode, { maxLength: 4 })).map(
    ([i, wholeUnits]) =>
      (d: ProjectDocument) =>
        i < d.ownRegions.length
          ? ownRegions.changeOwnRegion(i, { wholeUnits })
          : ownRegions.compareOwnRegion('custom:r0', d.integration.agglomerationIds),
  ),
  index.map((i) => (d: ProjectDocument) => ownRegions.removeOwnRegion(d, i)),
  fc.tuple(index, fc.constantFrom('gtfs' as const, 'flows' as const)).map(
    ([i, kind]) =>
      (d: ProjectDocument) =>
        travelData.addTravelFile(d.travelData, {
          id: String(i).repeat(64),
          kind,
          name: `file ${i % 2}`,
          vintage: '2026-03-02',
          on: true,
          ride: 'fastest',
        }),
  ),
  fc.tuple(index, fc.boolean()).map(
    ([i, on]) =>
      (d: ProjectDocument) =>
        travelData.changeTravelFile(d.travelData, String(i).repeat(64), { on, ride: 'median' }),
  ),
  index.map((i) => (d: ProjectDocument) => travelData.removeTravelFile(d.travelData, String(i).repeat(64))),
  fc.tuple(index, fc.constantFrom('GCJ-02' as const, 'WGS-84' as const)).map(
    ([i, datum]) =>
      (d: ProjectDocument) =>
        ownShapes.addShapeFile(d, {
          id: String(i).repeat(64),
          name: `boundaries ${i % 2}`,
          datum,
          layer: 'plan',
          nameField: null,
          isDissolved: false,
        }),
  ),
  fc.tuple(index, fc.boolean()).map(
    ([i, isDissolved]) =>
      (d: ProjectDocument) =>
        isDissolved
          ? ownShapes.changeShapeFile(d, String(i).repeat(64), { isDissolved, nameField: '名称' })
          : ownShapes.showShapeFile(d, String(i).repeat(64), i % 2 === 0),
  ),
  index.map((i) => (d: ProjectDocument) => ownShapes.removeShapeFile(d, String(i).repeat(64))),
  fc.boolean().map((replaced) => () => travelData.setEmbeddedReplaced(replaced)),
);
