import { Button, Progress, SegmentedControl, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { indexSeries } from '#core/indicators/series-index.ts';
import { contiguityOf } from '#core/structure/contiguity.ts';
import type { NeighbourRule } from '#core/structure/spatial-autocorrelation.ts';
import { figureColumn } from '#core/structure/structure-figures.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { useCountyTable } from '#state/score/use-county-table.ts';
import { useScore } from '#state/score/use-score.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import { showStructure, useStructureView } from '../structure-view.ts';
import { SECTIONS } from '../section-jumps.tsx';
import classes from '../structure.module.css';
import { useAutocorrelation } from '../study/use-autocorrelation.ts';
import type { GeometryCollection } from 'topojson-specification';

type Level = 'prefecture' | 'county';
type Neighbours = 'borders' | 'nearest';

/** Seed of the permutations: the same choice gives the same p-values, here and on every machine. */
const SEED = 1;
const NEAREST = 6;
/** What the block begins with. */
const FIRST = 'share_age_65plus:2020';

/** Whether an indicator's figures lie near their like: global index, local clusters and their map. */
export function AutocorrelationBlock() {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const { clusters } = useStructureView();
  const [level, setLevel] = useState<Level>('prefecture');
  const [neighbours, setNeighbours] = useState<Neighbours>('borders');
  const [chosen, setChosen] = useState(FIRST);
  const isCounty = level === 'county';
  const score = useScore();
  const counties = useCountyTable(isCounty);
  const national = useArtefact('admin-national');
  const finer = useArtefact('admin-county', isCounty);
  const prefectureUnits = useArtefact('units');
  const countyUnits = useArtefact('units-county', isCounty);

  // With the indicators that the app derives: GDP per head, urban share, density.
  const prefectures = score.kind === 'ready' || score.kind === 'refused' ? score.source.table : null;
  const table = isCounty ? counties : prefectures;
  const topology = isCounty ? finer : national;
  const units = (isCounty ? countyUnits : prefectureUnits)?.units ?? null;
  const index = useMemo(() => (table === null ? null : indexSeries(table.series, level)), [table, level]);
  const options = useMemo(() => {
    if (table === null) return [];
    const keys = new Set(table.series.map(({ indicator, year }) => `${indicator}:${year}`));
    return [...keys].toSorted().flatMap((value) => {
      const [id = '', year = ''] = value.split(':');
      const definition = table.definitions.get(id);
      return definition === undefined ? [] : [{ value, label: `${pickName(definition, language)} ${year}` }];
    });
  }, [table, language]);
  const value = options.some((each) => each.value === chosen) ? chosen : (options[0]?.value ?? null);

  const { run, start, cancel } = useAutocorrelation((found) => {
    const [id = '', year = ''] = (value ?? '').split(':');
    const definition = table?.definitions.get(id);
    if (definition === undefined) return;
    showStructure({
      clusters: {
        level,
        year: Number(year),
        found,
        indicatorZh: definition.nameZh,
        indicatorEn: definition.nameEn,
      },
    });
  });
  const isReady = index !== null && topology !== null && units !== null && value !== null;
  const compute = (): void => {
    if (!isReady) return;
    const [id = '', year = ''] = value.split(':');
    const object = topology.objects[isCounty ? 'counties' : 'prefectures'] as GeometryCollection;
    const rule: NeighbourRule =
      neighbours === 'borders'
        ? { kind: 'contiguity', neighbours: contiguityOf(topology, object.geometries, 'queen') }
        : {
            kind: 'nearest',
            positions: new Map(units.map(({ adcode, seat }) => [adcode, seat])),
            count: NEAREST,
          };
    const drawn = new Set(object.geometries.map((each) => String(each.id)));
    start({
      members: units.map(({ adcode }): Adcode => adcode).filter((adcode) => drawn.has(adcode)),
      values: figureColumn(index, id, Number(year)).values,
      rule,
      seed: SEED,
    });
  };

  const global = clusters?.found.global ?? null;
  const nameOf = (adcode: Adcode): string => {
    const unit = [...(prefectureUnits?.units ?? []), ...(countyUnits?.units ?? [])].find(
      (each) => each.adcode === adcode,
    );
    return unit === undefined ? adcode : pickName(unit, language);
  };
  return (
    <FigureBlock
      title={t('moran.title')}
      note={t('moran.note')}
      fileName="moran"
      anchor={SECTIONS.moran}
      rows={() => [
        ['adcode', 'name', 'local_i', 'z', 'lag', 'p', 'cluster'],
        ...(clusters?.found.local.units ?? []).map(({ adcode, index: local, z, lag, pValue, cluster }) => [
          adcode,
          nameOf(adcode),
          local,
          z,
          lag,
          pValue,
          cluster,
        ]),
        ...(clusters?.found.local.coverage.excluded ?? []).map(({ adcode, reason }) => [
          adcode,
          nameOf(adcode),
          null,
          null,
          null,
          null,
          reason,
        ]),
      ]}
    >
      <div className={classes.controls}>
        <span className={classes.controlLabel}>{t('moran.level')}</span>
        <SegmentedControl
          aria-label={t('moran.level')}
          data={(['prefecture', 'county'] as const).map((each) => ({
            value: each,
            label: t(`moran.${each}`),
          }))}
          value={level}
          onChange={(next) => setLevel(next === 'county' ? 'county' : 'prefecture')}
        />
        <span className={classes.controlLabel}>{t('moran.indicator')}</span>
        <Select
          aria-label={t('moran.indicator')}
          data={options}
          value={value}
          searchable
          allowDeselect={false}
          onChange={(next) => next !== null && setChosen(next)}
        />
        <span className={classes.controlLabel}>{t('moran.neighbours')}</span>
        <SegmentedControl
          aria-label={t('moran.neighbours')}
          data={(['borders', 'nearest'] as const).map((each) => ({
            value: each,
            label: t(`moran.${each}`, { count: NEAREST }),
          }))}
          value={neighbours}
          onChange={(next) => setNeighbours(next === 'nearest' ? 'nearest' : 'borders')}
        />
      </div>
      {run.kind === 'running' ? (
        <>
          <Progress value={100 * run.share} size={3} mt={8} aria-label={t('moran.running')} />
          <Button variant="default" size="xs" mt={8} onClick={cancel}>
            {t('moran.cancel')}
          </Button>
        </>
      ) : (
        <Button variant="default" size="xs" mt={8} disabled={!isReady} onClick={compute}>
          {t(isReady ? 'moran.compute' : 'moran.loading')}
        </Button>
      )}
      {clusters !== null && (
        <Button variant="subtle" size="xs" mt={8} ml={8} onClick={() => showStructure({ clusters: null })}>
          {t('moran.hide')}
        </Button>
      )}
      {run.kind === 'failed' && (
        <Notice kind="failed" title={t('moran.failed')}>
          {run.failure.message} {run.failure.nextStep}
        </Notice>
      )}
      {clusters !== null && global !== null && (
        <div role="status" data-testid="moran">
          <p className={classes.after}>
            <strong>
              {language === 'en' ? clusters.indicatorEn : clusters.indicatorZh} {clusters.year}
            </strong>
            <br />
            {global.index === null
              ? t('moran.undefined')
              : t('moran.global', {
                  index: formatNumber(global.index, language, 3),
                  expected: formatNumber(global.expected, language, 4),
                  p: formatNumber(global.pValue, language, 3),
                  permutations: global.permutations,
                  used: global.coverage.used.length,
                  seed: SEED,
                })}
          </p>
          <table className={classes.table}>
            <tbody>
              {(['high-high', 'low-low', 'high-low', 'low-high', 'not-significant'] as const).map((each) => (
                <tr key={each}>
                  <td>{t(`moran.class.${each}`)}</td>
                  <td>{clusters.found.local.counts[each]}</td>
                </tr>
              ))}
              <tr>
                <td>{t('moran.excluded')}</td>
                <td>{global.coverage.excluded.length}</td>
              </tr>
            </tbody>
          </table>
          <p className={classes.after}>{t('moran.fdr')}</p>
        </div>
      )}
    </FigureBlock>
  );
}
