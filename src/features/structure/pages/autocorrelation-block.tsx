import { Button, Progress, SegmentedControl, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { NEAREST_NEIGHBOURS } from '#core/structure/cluster-question.ts';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { colon } from '#ui/i18n/punctuation.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { showStructure, useStructureView } from '../structure-view.ts';
import { SECTIONS } from '../sections.ts';
import classes from '../structure.module.css';
import { moranSentence } from '../study/moran-sentence.ts';
import { CLUSTER_DATA, useClusterData, useClusters, useClusterTable } from '../study/run-clusters.tsx';

type Level = 'prefecture' | 'county';
type Neighbours = 'borders' | 'nearest';

/** What the block begins with. */
const FIRST = 'share_age_65plus:2020';

const remove = () => showStructure({ clusters: null });

/** Whether an indicator's figures lie near their like: global index, local clusters and their map. */
export function AutocorrelationBlock() {
  const { t } = useTranslation(['structure', 'tables']);
  const language = useLanguage();
  const { clusters: question } = useStructureView();
  const status = useClusters();
  const clusters = status.kind === 'ready' ? status.map : null;
  const [level, setLevel] = useState<Level>(question?.level ?? 'prefecture');
  const [neighbours, setNeighbours] = useState<Neighbours>(question?.neighbours ?? 'borders');
  const [chosen, setChosen] = useState(question === null ? FIRST : `${question.indicator}:${question.year}`);
  const isCounty = level === 'county';
  const table = useClusterTable(level);
  const isReady = useClusterData(level) !== null;
  const data = useDataState(CLUSTER_DATA[level]);
  const prefectureUnits = useArtefact('units');
  const countyUnits = useArtefact('units-county', isCounty);
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
  const compute = (): void => {
    if (value === null) return;
    const [indicator = '', year = ''] = value.split(':');
    showStructure({ clusters: { level, indicator, year: Number(year), neighbours } });
  };

  const global = clusters?.found.global ?? null;
  const named = language === 'en' ? clusters?.indicatorEn : clusters?.indicatorZh;
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
      hasTable
      about={
        clusters === null || global === null
          ? undefined
          : `${named} ${clusters.year}${colon(language)}${moranSentence(t, global, language)}`
      }
      data={['indicators', 'indicators-county']}
      wordOf={(column, code) =>
        column === 'cluster'
          ? t(`moran.class.${code as 'high-high'}`, {
              defaultValue: t(`tables:cell.left_out.${code as 'missing'}`),
            })
          : undefined
      }
      anchor={SECTIONS.moran}
      rows={
        clusters === null
          ? null
          : () => [
              ['adcode', 'name', 'local_i', 'z', 'lag', 'p', 'cluster'],
              ...clusters.found.local.units.map(({ adcode, index: local, z, lag, pValue, cluster }) => [
                adcode,
                nameOf(adcode),
                local,
                z,
                lag,
                pValue,
                cluster,
              ]),
              ...clusters.found.local.coverage.excluded.map(({ adcode, reason }) => [
                adcode,
                nameOf(adcode),
                null,
                null,
                null,
                null,
                reason,
              ]),
            ]
      }
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
            label: t(`moran.${each}`, { count: NEAREST_NEIGHBOURS }),
          }))}
          value={neighbours}
          onChange={(next) => setNeighbours(next === 'nearest' ? 'nearest' : 'borders')}
        />
      </div>
      {status.kind === 'running' ? (
        <>
          <Progress value={100 * status.share} size={3} mt={8} aria-label={t('moran.running')} />
          <Button variant="default" size="xs" mt={8} onClick={remove}>
            {t('moran.cancel')}
          </Button>
        </>
      ) : data.hasFailed && !isReady ? (
        <DataNotice waiting={t('moran.loading')} data={data} />
      ) : (
        <Button variant="default" size="xs" mt={8} disabled={!isReady || value === null} onClick={compute}>
          {t(isReady ? 'moran.compute' : 'moran.loading')}
        </Button>
      )}
      {clusters !== null && (
        <Button variant="subtle" size="xs" mt={8} ml={8} onClick={remove}>
          {t('moran.hide')}
        </Button>
      )}
      {status.kind === 'failed' && (
        <Notice kind="failed" title={t('moran.failed')}>
          {computationWords(status.failure).message} {computationWords(status.failure).nextStep}
        </Notice>
      )}
      {clusters !== null && global !== null && (
        <div role="status" data-testid="moran">
          <p className={classes.after}>
            <strong>
              {named} {clusters.year}
            </strong>
            <br />
            {moranSentence(t, global, language)}
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
          <MethodLink page="method-structure" section={5} />
        </div>
      )}
    </FigureBlock>
  );
}
