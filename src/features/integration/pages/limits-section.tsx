import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { blockedIndicators, panelScale, type ScaleEnd } from '#core/scoring/score-limits.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { setScoreOptions } from '#state/commands/integration-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { shortName } from '../region-names.ts';
import type { ScoreSource } from '#state/score/use-score.ts';

/** What one should know before believing a score: which cell sets the scale of every k, and who keeps which indicator out. */
export function LimitsSection({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const year = useProject(({ integration }) => integration.year);
  const without = useProject(({ integration }) => integration.options.without);
  const scale = panelScale(result);
  const blocked = blockedIndicators(result, year);
  const indicatorName = (id: string) => words.nodeName(id, source.table.definitions);
  const regionName = (id: string) => shortName(source.regions, id, language);
  const end = ({ cv, indicator, regionId, year: ofYear }: ScaleEnd) =>
    t('scaleEnd', {
      cv: formatNumber(cv, language, 3),
      indicator: indicatorName(indicator),
      region: regionName(regionId),
      year: ofYear,
    });
  const binary = scale === null ? undefined : [scale.max, scale.min].find(({ isBinary }) => isBinary);
  const separator = language === 'en' ? ', ' : '、';
  return (
    <>
      {scale !== null && (
        <PanelSection title={t('scaleTitle')}>
          {binary !== undefined && (
            <div className={classes.loud}>
              <strong>
                {scale.isOneIndicator
                  ? t('scaleBinaryBoth', { indicator: indicatorName(binary.indicator) })
                  : t('scaleBinary', { indicator: indicatorName(binary.indicator) })}
              </strong>
              {t('scaleBinaryWhy')}
            </div>
          )}
          <p className={classes.hint} data-testid="scale">
            {t('scaleEnds', { max: end(scale.max), min: end(scale.min) })}
            {binary === undefined && ` ${t('scaleOne')}`}
          </p>
          <div className={classes.pair} style={{ marginTop: 8 }}>
            <Button variant="default" onClick={() => dispatch(setScoreOptions({ scope: 'indicator' }))}>
              {t('scaleWithin')}
            </Button>
            {binary !== undefined && (
              <Button
                variant="default"
                onClick={() => dispatch(setScoreOptions({ without: [...without, binary.indicator] }))}
              >
                {t('scaleWithout')}
              </Button>
            )}
          </div>
        </PanelSection>
      )}
      {blocked.length > 0 && (
        <PanelSection title={t('blockedTitle', { count: blocked.length, year })}>
          <p className={classes.hint} style={{ marginTop: 0 }}>
            {t('blockedWhy')}
          </p>
          <table className={classes.table} data-testid="blocked">
            <thead>
              <tr>
                <th>{t('blockedIndicator')}</th>
                <th>{t('blockedBy')}</th>
              </tr>
            </thead>
            <tbody>
              {blocked.map(({ indicator, blockedBy }) => (
                <tr key={indicator}>
                  <td>{indicatorName(indicator)}</td>
                  <td>
                    {blockedBy
                      .slice(0, 3)
                      .map((one) =>
                        t('blockedOne', {
                          region: regionName(one.regionId),
                          used: one.membersUsed,
                          all: one.members,
                        }),
                      )
                      .join(separator)}
                    {blockedBy.length > 3 && ` ${t('blockedMore', { count: blockedBy.length - 3 })}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </PanelSection>
      )}
    </>
  );
}
