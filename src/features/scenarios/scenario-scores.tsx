import { Button, Group, Progress } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorDefinition } from '#core/indicators/indicator.ts';
import { REGIONAL_TRAVEL_YEAR } from '#core/surface/regional-travel.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { useProject } from '#state/store.ts';
import { useScenarioScore } from '#state/score/use-scenario-score.ts';
import { useScore } from '#state/score/use-score.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { formatNumber, formatSigned } from '#ui/format/number-format.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { failureWords } from './failure-words.ts';
import { type IndicatorChange, indicatorChanges, scoreChanges, scoreProvenance } from './score-changes.ts';
import classes from './scenarios.module.css';
import type { EditCatalogue } from './use-edit-catalogue.ts';

/** Decimals of scores. */
const DECIMALS = 3;

/**
 * Scores of the compared agglomerations before and after the scenario, and the indicators behind that respond. Modelled
 * times of all agglomerations take some seconds: they are asked for by a click.
 */
export function ScenarioScores({ catalogue }: { readonly catalogue: EditCatalogue }) {
  const { t } = useTranslation('scenarios');
  const year = useProject(({ integration }) => integration.year);
  const [isShown, setIsShown] = useState(false);
  return (
    <PanelSection title={t('scores')}>
      <p className={classes.hint}>{t('scoresNote', { year })}</p>
      {isShown ? (
        <Scores catalogue={catalogue} year={year} onStop={() => setIsShown(false)} />
      ) : (
        <Button size="xs" variant="default" fullWidth mt={8} onClick={() => setIsShown(true)}>
          {t('scoresCompute')}
        </Button>
      )}
    </PanelSection>
  );
}

function Scores({
  catalogue,
  year,
  onStop,
}: {
  readonly catalogue: EditCatalogue;
  readonly year: number;
  readonly onStop: () => void;
}) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const present = useScore();
  const [isWanted, setIsWanted] = useState(true);
  const state = useScenarioScore(isWanted);
  // The hook above has given the computation up by now.
  useEffect(() => {
    if (!isWanted) onStop();
  }, [isWanted, onStop]);
  if (present.kind === 'unavailable' || present.kind === 'refused')
    return <Notice kind="failed" title={t('scoresFailed')} />;
  // The network is that of the year which the indicators stand for: what opened since is not in it to be changed.
  const id = state.kind === 'failed' ? String(state.failure.values?.['id'] ?? '') : '';
  const later = catalogue.lines.get(id) ?? catalogue.links.get(id);
  if (state.kind === 'failed' && state.failure.reason === 'unknown-id' && later !== undefined)
    return (
      <Notice kind="failed" title={t('scoresFailed')}>
        {t('scoresLater', { name: pickName(later, language), year: REGIONAL_TRAVEL_YEAR })}
      </Notice>
    );
  if (state.kind === 'failed')
    return (
      <Notice
        kind="failed"
        title={t('scoresFailed')}
        action={{ label: t('scoresRetry'), onClick: state.retry }}
      >
        {failureWords(state.failure, t)}
      </Notice>
    );
  if (state.kind !== 'ready' || present.kind !== 'ready') {
    const { done, total } = state.kind === 'computing' ? state : { done: 0, total: 0 };
    return (
      <>
        <Group justify="space-between" mt={8} fz={12} wrap="nowrap" role="status">
          <span>{total === 0 ? t('computing') : t('scoresProgress', { done, total })}</span>
          <Button size="compact-xs" variant="default" onClick={() => setIsWanted(false)}>
            {t('cancel')}
          </Button>
        </Group>
        <Progress mt={6} size={3} value={(done / Math.max(1, total)) * 100} aria-label={t('scores')} />
      </>
    );
  }
  const of = (result: typeof state.result) =>
    result.years.find((each) => each.year === year)?.agglomerations ?? [];
  return (
    <ScoreTables
      before={of(present.result)}
      after={of(state.result)}
      definitions={present.source.table.definitions}
    />
  );
}

function ScoreTables({
  before,
  after,
  definitions,
}: {
  readonly before: Parameters<typeof scoreChanges>[0];
  readonly after: Parameters<typeof scoreChanges>[0];
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
}) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const regions = useArtefact('regions');
  const rows = useMemo(() => scoreChanges(before, after), [before, after]);
  const indicators = useMemo(() => indicatorChanges(before, after), [before, after]);
  const nameOf = (id: string): string => {
    const region = (regions ?? []).find((each) => each.id === id);
    return region === undefined ? id : pickName(region, language);
  };
  return (
    <>
      <table className={classes.table} data-testid="scenario-scores">
        <thead>
          <tr>
            <th scope="col">
              {t('region')} <ProvenanceTag provenance={scoreProvenance(after, definitions)} />
            </th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
            <th scope="col">{t('shown.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, before: old, after: now, change, members: [had, has] }) => (
            <tr key={id}>
              <th scope="row">
                {nameOf(id)}
                {had !== has && bracketed(`${had} → ${has}`, language)}
              </th>
              <td>{formatNumber(old, language, DECIMALS)}</td>
              <td>{formatNumber(now, language, DECIMALS)}</td>
              <td className={classOf(change)}>
                {change === 0 ? '0' : formatSigned(change, language, DECIMALS)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {indicators.length === 0 ? (
        <p className={classes.hint}>{t('scoresNoIndicator')}</p>
      ) : (
        <details>
          <summary className={classes.hint}>
            {t('scoresIndicators')} {indicators.length}
          </summary>
          <table className={classes.table} data-testid="responding-indicators">
            <thead>
              <tr>
                <th scope="col">{t('scoresMean')}</th>
                <th scope="col">{t('before')}</th>
                <th scope="col">{t('after')}</th>
              </tr>
            </thead>
            <tbody>
              {indicators.map((each) => (
                <IndicatorRow
                  key={`${each.regionId}:${each.indicator}`}
                  change={each}
                  region={nameOf(each.regionId)}
                  definition={definitions.get(each.indicator)}
                />
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}

function classOf(change: number | null): string | undefined {
  if (change === null || change === 0) return undefined;
  return change > 0 ? classes.better : classes.worse;
}

function IndicatorRow({
  change: { indicator, before, after },
  region,
  definition,
}: {
  readonly change: IndicatorChange;
  readonly region: string;
  readonly definition: IndicatorDefinition | undefined;
}) {
  const language = useLanguage();
  // One more than usual: a line moves the mean of many cities by little.
  const decimals = (definition?.decimals ?? 0) + 1;
  const unit = definition === undefined ? '' : language === 'en' ? definition.unitEn : definition.unitZh;
  return (
    <tr>
      <th scope="row">
        {region} · {definition === undefined ? indicator : pickName(definition, language)}
        {unit !== '' && bracketed(unit, language)}{' '}
        {definition !== undefined && <ProvenanceTag provenance={definition.provenance} />}
      </th>
      <td>{formatNumber(before, language, decimals)}</td>
      <td>{formatNumber(after, language, decimals)}</td>
    </tr>
  );
}
