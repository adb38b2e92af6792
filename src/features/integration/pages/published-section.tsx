import { Button } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { YANGTZE_FIVE } from '#core/scoring/agglomeration-set.ts';
import { compareWithPublished, PUBLISHED_ORDER, PUBLISHED_SOURCE } from '#core/scoring/published-anchor.ts';
import { DIMENSION_ORDER, PAPER_OPTIONS } from '#core/scoring/score-options.ts';
import { scoresOfYear, type ScoreResult } from '#core/scoring/score.ts';
import { chooseAgglomerations } from '#state/commands/integration-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed, colon, listed } from '#ui/i18n/punctuation.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { TableButtons } from '../charts/export-buttons.tsx';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { nameOfRegion } from '../region-names.ts';
import type { ScoreSource } from '#state/score/use-score.ts';

/** The paper's between-agglomeration CVs and order beside ours, where the paper's five are compared. */
export function PublishedSection({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const ids = result.panel.regions.map(({ id }) => id);
  const isFive = ids.length === YANGTZE_FIVE.length && YANGTZE_FIVE.every((id) => ids.includes(id));
  return isFive ? <BesideThePaper result={result} source={source} /> : <NeedsFive />;
}

/** Both beside each other, and which indicators make the difference. */
function BesideThePaper({ result, source }: { readonly result: ScoreResult; readonly source: ScoreSource }) {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const words = useMeasureWords();
  const year = useProject(({ integration }) => integration.year);
  const rows = compareWithPublished(result, result.options.ddof);
  const years = result.panel.years;
  const at = (dimension: string, ofYear: number) =>
    rows.find((row) => row.dimension === dimension && row.year === ofYear);
  const names = (list: readonly string[]) =>
    listed(
      list.map((id) => words.nodeName(id, source.table.definitions)),
      language,
    );
  const wordOf = (column: string, code: string) => {
    if (column === 'dimension') return words.nodeName(code, source.table.definitions);
    return column === 'our_indicators' ? names(code.split(' ')) : undefined;
  };
  const ours = (scoresOfYear(result, year)?.agglomerations ?? [])
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
    .map(({ id }) => nameOfRegion(source.regions, id, language))
    .join(' > ');
  return (
    <PanelSection
      title={t('published')}
      aside={
        <TableButtons
          title={t('published')}
          wordOf={wordOf}
          name="beside-the-paper"
          rows={[
            ['dimension', 'year', 'paper_cv', 'our_cv', 'our_indicators'],
            ...rows.map((row) => [
              row.dimension,
              row.year,
              row.published,
              row.ours,
              row.indicators.join(' '),
            ]),
          ]}
        />
      }
    >
      <p className={classes.hint} style={{ marginTop: 0 }}>
        {t('publishedIntro')}
      </p>
      <table className={classes.table} data-testid="published">
        <thead>
          <tr>
            <th>{t('dimensionHead')}</th>
            <th />
            {years.map((one) => (
              <th key={one} className={classes.number}>
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DIMENSION_ORDER.map((dimension) => (
            <tr key={dimension}>
              <td>{t(`dimension.${dimension}`, { ns: 'terms' })}</td>
              <td className={classes.muted}>
                {t('publishedHead')}
                <br />
                {t('oursHead')}
              </td>
              {years.map((one) => {
                const row = at(dimension, one);
                const printed = row?.published ?? null;
                return (
                  <td key={one} className={classes.number}>
                    <span
                      className={classes.muted}
                      title={printed === null ? t('publishedNotPrinted') : undefined}
                    >
                      {printed === null ? '—' : String(printed)}
                    </span>
                    <br />
                    {formatNumber(row?.ours, language, 3)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.hint}>
        {t('publishedOrder')}
        {colon(language)}
        {PUBLISHED_ORDER.map((tie) =>
          listed(
            tie.map((id) => nameOfRegion(source.regions, id, language)),
            language,
          ),
        ).join(' > ')}
      </p>
      <p className={classes.hint}>
        {t('ourOrder', { year })}
        {colon(language)}
        {ours}
      </p>
      <p className={classes.hint} style={{ fontWeight: 600 }}>
        {t('publishedDiffers')}
        {bracketed(year, language)}
      </p>
      {DIMENSION_ORDER.map((dimension) => {
        const list = at(dimension, year)?.indicators ?? [];
        const paper = PAPER_OPTIONS.indicators.filter((one) => one.dimension === dimension).length;
        const name = t(`dimension.${dimension}`, { ns: 'terms' });
        return (
          <p key={dimension} className={classes.hint}>
            {list.length === 0
              ? t('publishedNone', { dimension: name, paper })
              : t('publishedIndicators', { dimension: name, ours: list.length, names: names(list), paper })}
          </p>
        );
      })}
      <p className={classes.hint}>{t('publishedSource', { source: PUBLISHED_SOURCE })}</p>
    </PanelSection>
  );
}

const NeedsFive = memo(function NeedsFive() {
  const { t } = useTranslation(['integration']);
  return (
    <PanelSection title={t('published')}>
      <p className={classes.hint}>{t('publishedNeedsFive')}</p>
      <Button
        mt={8}
        variant="default"
        onClick={() => dispatch(chooseAgglomerations({ set: 'yangtze5', agglomerationIds: [] }))}
      >
        {t('showFive')}
      </Button>
    </PanelSection>
  );
});
