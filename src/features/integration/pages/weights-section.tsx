import { Button, Slider } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { DIMENSION_ORDER } from '#core/scoring/score-options.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { setScoreOptions, setWeight } from '#state/commands/integration-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import type { ScoreSource } from '#state/score/use-score.ts';

/** Weights of the dimensions and of the indicators in the score; ones without data are not offered. */
export function WeightsSection({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration']);
  const weights = useProject(({ integration }) => integration.options.weights);
  const used = new Set(result.years.flatMap(({ reducedSet }) => reducedSet.used));
  const groups = DIMENSION_ORDER.map((dimension) => ({
    dimension,
    indicators: result.panel.indicators.filter((one) => one.dimension === dimension && used.has(one.id)),
  })).filter(({ indicators }) => indicators.length > 0);
  const row = (id: string, isDimension: boolean) => (
    <WeightRow
      key={id}
      id={id}
      definitions={source.table.definitions}
      weight={weights[id] ?? 1}
      isDimension={isDimension}
    />
  );
  return (
    <PanelSection title={t('option.weights')} aside={Object.keys(weights).length > 0 && <ResetWeights />}>
      <Hint />
      {groups.map(({ dimension, indicators }) => [
        row(dimension, true),
        ...(indicators.length > 1 ? indicators.map(({ id }) => row(id, false)) : []),
      ])}
    </PanelSection>
  );
}

const Hint = memo(function Hint() {
  const { t } = useTranslation(['integration']);
  return (
    <p className={classes.hint} style={{ marginTop: 0 }}>
      {t('option.weightsHint')}
    </p>
  );
});

const ResetWeights = memo(function ResetWeights() {
  const { t } = useTranslation(['integration']);
  return (
    <Button variant="default" onClick={() => dispatch(setScoreOptions({ weights: {} }))}>
      {t('option.resetWeights')}
    </Button>
  );
});

/** Memoised: a dragged weight draws its own row anew and no other. */
const WeightRow = memo(function WeightRow({
  id,
  definitions,
  weight,
  isDimension,
}: {
  readonly id: string;
  readonly definitions: ScoreSource['table']['definitions'];
  readonly weight: number;
  readonly isDimension: boolean;
}) {
  const language = useLanguage();
  const name = useMeasureWords().nodeName(id, definitions);
  return (
    <div className={classes.weight} data-dimension={isDimension || undefined}>
      <span>{name}</span>
      <Slider
        min={0}
        max={3}
        step={0.1}
        label={null}
        thumbLabel={name}
        value={weight}
        onChange={(next) => dispatch(setWeight(id, next === 1 ? null : Number(next.toFixed(1))))}
      />
      <output>{formatNumber(weight, language, 1)}</output>
    </div>
  );
});
