import { Button, Progress, SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WEIGHT_CONCENTRATION } from '#core/scoring/robustness/choices.ts';
import { drawnGroups } from '#core/scoring/robustness/index-model.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { sentenceGap } from '#ui/i18n/punctuation.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import { DominanceMatrix } from '../charts/dominance-matrix.tsx';
import { RankRibbons } from '../charts/rank-ribbons.tsx';
import { SensitivityBars } from '../charts/sensitivity-bars.tsx';
import classes from '../integration.module.css';
import { nameOfRegion } from '../region-names.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { SEED, useRobustness } from '../score/use-robustness.ts';

const DRAWS = ['1000', '10000', '100000'];

/** How far the ranks hang on the choices; computed in a worker when the page opens. */
export function RobustnessPage({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const year = useProject(({ integration }) => integration.year);
  const shown = useProject(({ integration }) => integration.shown);
  const index = useProject(({ ownIndex }) => ownIndex);
  const [draws, setDraws] = useState('10000');
  const [varied, setVaried] = useState<'all' | 'weights'>('all');
  const { run, findings, start, cancel } = useRobustness();
  const question = useMemo(
    () => ({
      result,
      year,
      draws: Number(draws),
      varied,
      byIndex: shown.kind === 'index' && index !== null ? { index, node: shown.id } : null,
    }),
    [result, year, draws, varied, shown, index],
  );
  const { byIndex } = question;
  const words = useMeasureWords();
  const groups = byIndex === null ? 0 : drawnGroups(byIndex.index.declaration, byIndex.node);
  useEffect(() => start(question), [start, question]);
  const isStale =
    findings !== null &&
    (findings.of !== result ||
      findings.year !== year ||
      findings.varied !== varied ||
      findings.byIndex !== byIndex ||
      findings.monteCarlo.draws !== Number(draws));
  const nameOf = (id: string) => nameOfRegion(source.regions, id, language);
  const percent = run.kind === 'running' ? Math.round(run.share * 100) : 0;
  return (
    <>
      <section style={{ padding: '12px 20px' }}>
        <p className={classes.hint} style={{ marginTop: 0 }}>
          {t(byIndex === null ? 'robustnessIntro' : 'ownIndex.robustnessIntro')}
        </p>
        {byIndex !== null && (
          <p className={classes.hint} data-testid="ranked-by">
            {t(groups === 0 ? 'ownIndex.nothingDrawn' : 'ownIndex.rankedBy', {
              name: words.nodeName(byIndex.node, source.table.definitions),
              year,
              regions: result.panel.regions.length,
              groups,
            })}
          </p>
        )}
        <span className={classes.label} style={{ marginTop: 10 }}>
          {t('draws')}
        </span>
        <SegmentedControl
          fullWidth
          aria-label={t('draws')}
          data={DRAWS.map((value) => ({ value, label: formatNumber(Number(value), language) }))}
          value={draws}
          onChange={setDraws}
        />
        {byIndex === null && (
          <>
            <span className={classes.label} style={{ marginTop: 8 }}>
              {t('varies')}
            </span>
            <SegmentedControl
              fullWidth
              aria-label={t('varies')}
              data={[
                { value: 'all', label: t('varyAll') },
                { value: 'weights', label: t('varyWeights') },
              ]}
              value={varied}
              onChange={(value) => setVaried(value === 'weights' ? 'weights' : 'all')}
            />
          </>
        )}
        <SaidWhenDone
          what={t('page.robustness')}
          isBusy={run.kind === 'running'}
          hasResult={findings !== null && run.kind !== 'failed' && run.kind !== 'cancelled'}
        />
        {run.kind === 'running' ? (
          <div style={{ marginTop: 10 }} role="status">
            <Progress value={percent} size="sm" aria-label={t('draws')} />
            <div style={{ display: 'flex', justifyContent: 'space-between', marginTop: 4 }}>
              <span className={classes.hint}>
                {t(
                  run.stage === 'draws'
                    ? 'running'
                    : run.stage === 'sensitivity'
                      ? 'runningSensitivity'
                      : 'runningAttainable',
                  { percent },
                )}
              </span>
              <Button variant="default" onClick={cancel}>
                {t('cancel')}
              </Button>
            </div>
          </div>
        ) : (
          (run.kind === 'failed' || run.kind === 'cancelled') && (
            <div style={{ display: 'flex', justifyContent: 'space-between', marginTop: 10 }} role="status">
              <span className={classes.hint}>
                {run.kind === 'failed' ? t('runFailed', { message: run.message }) : t('cancelled')}
              </span>
              <Button variant="default" onClick={() => start(question)}>
                {t('run')}
              </Button>
            </div>
          )
        )}
        {isStale && <p className={classes.hint}>{t('stale')}</p>}
      </section>
      {findings !== null && (
        <div style={{ opacity: isStale ? 0.5 : 1 }} data-testid="robustness">
          <RankRibbons findings={findings} nameOf={nameOf} />
          <DominanceMatrix result={findings.monteCarlo} nameOf={nameOf} />
          {findings.sensitivity !== null && <SensitivityBars result={findings.sensitivity} nameOf={nameOf} />}
          <PanelSection title={t('page.method')}>
            <p className={classes.hint} style={{ marginTop: 0 }}>
              {t('seedNote', { draws: formatNumber(findings.monteCarlo.draws, language), seed: SEED })}
              {findings.byIndex !== null &&
                `${sentenceGap(language)}${t('ownIndex.drawNote', { concentration: WEIGHT_CONCENTRATION })}`}
              {findings.attainable !== null &&
                `${sentenceGap(language)}${t('attainableOver', { columns: findings.attainable.columns.length })}`}
            </p>
            <MethodLink page="method" section={4} />
          </PanelSection>
        </div>
      )}
    </>
  );
}
