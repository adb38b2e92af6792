import { Button, Group, MultiSelect, Progress, Select } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import { railSourcesInUse } from '#core/network/rail-source.ts';
import { hexToRgb } from '#map/layers/hex-colours.ts';
import { minutesColour } from '#map/layers/map-ramps.ts';
import { useArtefact, useUnits } from '#state/atlas-data.ts';
import { setComparison } from '#state/commands/scenario-commands.ts';
import { MOST_TABLE_CITIES } from '#state/document/project-document.ts';
import { dispatch, useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { formatNumber } from '#ui/format/number-format.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { colon } from '#ui/i18n/punctuation.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import classes from './circles.module.css';
import { matrixTable } from './matrix-table.ts';
import { cancelMatrix, computeMatrix, isOutdated, matrixTimes } from './matrix-times.ts';
import { RailSourcesUsed } from './more-data/sources-used.tsx';
import { useCircleFailure } from './use-circle-failure.ts';
import { useDefinition } from './use-definition.ts';

const CAPITALS = 'capitals';
/** The person's own choice of cities. */
const OWN = 'own';
/** Times from here on have the palest colour, minutes. */
const PALEST_MINUTES = 360;
/** Relative luminance under which white words have more contrast than dark ones. */
const DARK_LUMINANCE = 0.2;

function isCapital({ adcode, level }: AdminUnit): boolean {
  return (
    level === 'prefecture' &&
    (adcode.endsWith('0100') || ['110000', '120000', '310000', '500000', '810000', '820000'].includes(adcode))
  );
}

function citiesOf(set: string, regions: readonly Region[], units: ReadonlyMap<string, AdminUnit>) {
  const region = regions.find(({ id }) => id === set);
  if (region === undefined) return [...units.values()].filter(isCapital).map(({ adcode }) => adcode);
  return (region.variants[0]?.statisticalMembers ?? []).filter((adcode) => units.has(adcode));
}

/** Times between all pairs of a set of cities, as a heat map, with the table to take away. */
export function MatrixPage() {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const definition = useDefinition();
  const textOf = useCircleFailure();
  const regions = useArtefact('regions') ?? NO_REGIONS;
  const units = useUnits();
  const circles = useProject((document) => document.circles);
  const selected = useProject(({ view }) =>
    view.selection.kind === 'region' ? view.selection.regionId : CAPITALS,
  );
  const added = useStore(addedTravelData);
  const { set: byHand, computed, progress, failure } = useStore(matrixTimes);
  const set = byHand ?? selected;
  const outdated = computed !== null && isOutdated(computed, circles, added) ? computed : null;
  // Once per change, so that a person can give up.
  useEffect(() => {
    if (outdated !== null) void computeMatrix(outdated.cities, circles);
  }, [outdated, circles]);

  const chosen = useProject((document) => document.comparison.cities);
  const cities = set === OWN ? chosen : citiesOf(set, regions, units);
  const nameOf = (adcode: string) => {
    const unit = units.get(adcode);
    return unit === undefined ? adcode : language === 'en' ? pickName(unit, language) : unit.shortNameZh;
  };
  const names = computed?.cities.map(nameOf) ?? [];
  const words = computed === null ? '' : definition(computed.circles);
  const ownNames = railSourcesInUse(computed?.added.rail).railSources;
  return (
    <>
      <PanelSection title={t('matrix.title')} aside={t('matrix.cities', { count: cities.length })}>
        <Select
          aria-label={t('matrix.set')}
          data={[
            { value: CAPITALS, label: t('matrix.capitals') },
            { value: OWN, label: t('matrix.own') },
            ...inNameOrder(regions, language).map((region) => ({
              value: region.id,
              label: pickName(region, language),
            })),
          ]}
          value={set}
          allowDeselect={false}
          searchable
          onChange={(next) => matrixTimes.setState({ set: next })}
        />
        {set === OWN && (
          <MultiSelect
            mt={8}
            size="xs"
            label={t('matrix.ownCities', { most: MOST_TABLE_CITIES })}
            searchable
            limit={40}
            maxValues={MOST_TABLE_CITIES}
            data={inNameOrder(units.values(), language).map((unit) => ({
              value: unit.adcode,
              label: pickName(unit, language),
            }))}
            value={[...chosen]}
            onChange={(next) => dispatch(setComparison({ cities: next }))}
          />
        )}
        <Group grow mt={8} gap={8}>
          <Button
            disabled={progress !== null || cities.length < 2}
            onClick={() => void computeMatrix(cities, circles)}
          >
            {t('matrix.compute')}
          </Button>
          {progress !== null && (
            <Button variant="default" onClick={cancelMatrix}>
              {t('state.cancel')}
            </Button>
          )}
        </Group>
        {computed !== null && (
          <TableTools
            title={t('matrix.title')}
            fileName="travel-times"
            rows={() =>
              matrixTable(computed.cities, names, computed.matrix, [words, ...ownNames].join(' · '))
            }
            origins={() => originsOf(['rail-timetable', 'county-raster'])}
            origin={tableOrigin}
            opens={false}
          />
        )}
        <p className={classes.hint}>
          {t('definition')}
          {colon(language)}
          {definition(circles)}
        </p>
        {progress !== null && (
          <Progress size={3} mt={8} value={(progress.done / Math.max(1, progress.total)) * 100} aria-hidden />
        )}
        <SaidWhenDone what={t('matrix.title')} isBusy={progress !== null} hasResult={computed !== null} />
        {outdated !== null && progress === null && (
          <p className={classes.hint} role="status">
            {t('matrix.outdated')}
          </p>
        )}
        {failure !== null && (
          <Notice kind="failed" title={textOf(failure).message}>
            {textOf(failure).nextStep}
          </Notice>
        )}
      </PanelSection>
      {computed !== null && (
        <PanelSection
          title={t('matrix.legend')}
          aside={
            <>
              {words} <ProvenanceTag provenance="modelled" />
            </>
          }
        >
          <RailSourcesUsed rail={computed.added.rail} />
          <div className={classes.scroll}>
            <table className={classes.heat} data-testid="travel-matrix">
              <thead>
                <tr>
                  <th>
                    <span style={{ writingMode: 'horizontal-tb' }}>
                      {t('matrix.from')} ↓ {t('matrix.to')} →
                    </span>
                  </th>
                  {names.map((name, index) => (
                    <th key={computed.cities[index]} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {computed.matrix.minutes.map((row, from) => (
                  <tr key={computed.cities[from]}>
                    <th scope="row">{names[from]}</th>
                    {row.map((minutes, to) => (
                      <td
                        key={computed.cities[to]}
                        style={from === to ? undefined : heatStyle(minutes)}
                        title={`${names[from] ?? ''} → ${names[to] ?? ''}`}
                      >
                        {from === to ? (
                          ''
                        ) : minutes === null ? (
                          '—'
                        ) : (
                          <span
                            className={
                              computed.matrix.modelled[from]?.[to] === true ? classes.modelledCell : undefined
                            }
                          >
                            {formatNumber(minutes, language)}
                          </span>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className={classes.hint}>
            — {t('matrix.noWay')} · <span className={classes.modelledCell}>00</span> {t('matrix.modelled')}
          </p>
        </PanelSection>
      )}
    </>
  );
}

const NO_REGIONS: readonly Region[] = [];

/** @see WCAG 2.2, relative luminance */
function relativeLuminance(hex: string): number {
  const [red, green, blue] = hexToRgb(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The minutes ramp of the map; words white on dark cells. No way stays without a colour. */
function heatStyle(minutes: number | null): { background: string; color: string } | undefined {
  if (minutes === null) return undefined;
  const background = minutesColour('light', Math.min(1, minutes / PALEST_MINUTES));
  return { background, color: relativeLuminance(background) < DARK_LUMINANCE ? '#FFFFFF' : '#1E2328' };
}
