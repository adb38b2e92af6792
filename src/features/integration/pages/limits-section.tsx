import { Button } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  blockedIndicators,
  panelScale,
  type BlockedIndicator,
  type ScaleEnd,
} from '#core/scoring/score-limits.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { setScoreOptions } from '#state/commands/integration-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { useSame } from '#state/use-same.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { listed, sentenceGap } from '#ui/i18n/punctuation.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { nameOfRegion } from '../region-names.ts';
import type { ScoreSource } from '#state/score/use-score.ts';

/** What one should know before believing a score: which cell sets the scale of every k, and who keeps which indicator out. */
export function LimitsSection({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const year = useProject(({ integration }) => integration.year);
  const scale = useSame(panelScale(result));
  const blocked = useSame(blockedIndicators(result, year));
  const { regions } = source;
  const { definitions } = source.table;
  return (
    <>
      {scale !== null && <Scale scale={scale} definitions={definitions} regions={regions} />}
      {blocked.length > 0 && (
        <Blocked blocked={blocked} year={year} definitions={definitions} regions={regions} />
      )}
    </>
  );
}

/** Which two cells set the scale of every k; no weight changes that. */
const Scale = memo(function Scale({
  scale,
  definitions,
  regions,
}: {
  readonly scale: NonNullable<ReturnType<typeof panelScale>>;
  readonly definitions: ScoreSource['table']['definitions'];
  readonly regions: ScoreSource['regions'];
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const without = useProject(({ integration }) => integration.options.without);
  const indicatorName = (id: string) => words.nodeName(id, definitions);
  const regionName = (id: string) => nameOfRegion(regions, id, language);
  const end = ({ cv, indicator, regionId, year: ofYear }: ScaleEnd) =>
    t('scaleEnd', {
      cv: formatNumber(cv, language, 3),
      indicator: indicatorName(indicator),
      region: regionName(regionId),
      year: ofYear,
    });
  const binary = [scale.max, scale.min].find(({ isBinary }) => isBinary);
  return (
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
        {binary === undefined && `${sentenceGap(language)}${t('scaleOne')}`}
      </p>
      <ScaleRemedies binary={binary?.indicator ?? null} without={without} />
    </PanelSection>
  );
});

const ScaleRemedies = memo(function ScaleRemedies({
  binary,
  without,
}: {
  /** The indicator without degrees that sets the scale; `null` = none. */
  readonly binary: string | null;
  readonly without: readonly string[];
}) {
  const { t } = useTranslation(['integration']);
  return (
    <div className={classes.pair} style={{ marginTop: 8 }}>
      <Button variant="default" onClick={() => dispatch(setScoreOptions({ scope: 'indicator' }))}>
        {t('scaleWithin')}
      </Button>
      {binary !== null && (
        <Button
          variant="default"
          onClick={() => dispatch(setScoreOptions({ without: [...without, binary] }))}
        >
          {t('scaleWithout')}
        </Button>
      )}
    </div>
  );
});

/** Which indicator who keeps out of the comparison. */
const Blocked = memo(function Blocked({
  blocked,
  year,
  definitions,
  regions,
}: {
  readonly blocked: readonly BlockedIndicator[];
  readonly year: number;
  readonly definitions: ScoreSource['table']['definitions'];
  readonly regions: ScoreSource['regions'];
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  return (
    <PanelSection title={t('blockedTitle', { count: blocked.length, year })}>
      <p className={classes.hint} style={{ marginTop: 0 }}>
        {t('blockedWhy')}
      </p>
      <table className={classes.table} data-testid="blocked">
        <thead>
          <tr>
            <th style={{ width: '44%' }}>{t('blockedIndicator')}</th>
            <th>{t('blockedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {blocked.map(({ indicator, blockedBy }) => (
            <tr key={indicator}>
              <td>{words.nodeName(indicator, definitions)}</td>
              <td>
                {listed(
                  blockedBy.slice(0, 3).map((one) =>
                    t('blockedOne', {
                      region: nameOfRegion(regions, one.regionId, language),
                      used: one.membersUsed,
                      all: one.members,
                    }),
                  ),
                  language,
                )}
                {blockedBy.length > 3 &&
                  `${sentenceGap(language)}${t('blockedMore', { count: blockedBy.length - 3 })}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </PanelSection>
  );
});
