import { Button, MultiSelect, SegmentedControl, Slider, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { departures } from '#core/scoring/departures.ts';
import { scoresOfYear, type ScoreResult } from '#core/scoring/score.ts';
import { DIMENSION_ORDER } from '#core/scoring/score-options.ts';
import { returnToPaper, setScoreOptions, setWeight } from '#state/commands/integration-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatNumber, formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { LimitsSection } from './limits-section.tsx';
import { PublishedSection } from './published-section.tsx';

/** Every option of the score, how the present setting departs from the paper, and the paper's numbers beside ours. */
export function MethodPage({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration']);
  const year = useProject(({ integration }) => integration.year);
  const options = useProject(({ integration }) => integration.options);
  const language = useLanguage();
  const words = useMeasureWords();
  const set = scoresOfYear(result, year)?.reducedSet ?? null;
  const list = departures(result.options, set, result.panel.regions);
  const clauses = (fromPaper: boolean) =>
    list
      .filter((one) => one.fromPaper === fromPaper)
      .map(({ textZh, textEn }) => (language === 'en' ? textEn : textZh))
      .join(t('listJoin'));
  return (
    <>
      <PanelSection
        title={t('page.method')}
        aside={
          <Button variant="default" onClick={() => dispatch(returnToPaper())}>
            {t('backToPaper')}
          </Button>
        }
      >
        <p className={classes.hint} style={{ color: 'var(--atlas-ink)' }} data-testid="departures">
          {clauses(true) === '' ? t('isPaper') : t('departs', { list: clauses(true) })}
          {clauses(false) !== '' && ` ${t('departsDefaults', { list: clauses(false) })}`}
        </p>
        <p className={classes.hint}>{t('methodIntro')}</p>
      </PanelSection>
      <LimitsSection result={result} source={source} />
      <section style={{ padding: '4px 20px 4px' }}>
        <Field label={t('option.scope')} hint={t('option.scopeHint')}>
          <SegmentedControl
            fullWidth
            aria-label={t('option.scope')}
            data={[
              { value: 'panel', label: t('option.scopePanel') },
              { value: 'indicator', label: t('option.scopeIndicator') },
            ]}
            value={options.scope}
            onChange={(scope) =>
              dispatch(setScoreOptions({ scope: scope === 'indicator' ? 'indicator' : 'panel' }))
            }
          />
        </Field>
        <Field label={t('option.ddof')}>
          <SegmentedControl
            fullWidth
            aria-label={t('option.ddof')}
            data={[
              { value: '0', label: t('option.ddof0') },
              { value: '1', label: t('option.ddof1') },
            ]}
            value={String(options.ddof)}
            onChange={(ddof) => dispatch(setScoreOptions({ ddof: ddof === '1' ? 1 : 0 }))}
          />
        </Field>
        <Field label={t('option.missing')} hint={t('option.missingHint')}>
          <SegmentedControl
            fullWidth
            aria-label={t('option.missing')}
            data={[
              { value: 'common', label: t('option.missingCommon') },
              { value: 'available', label: t('option.missingAvailable') },
            ]}
            value={options.missing}
            onChange={(missing) =>
              dispatch(setScoreOptions({ missing: missing === 'available' ? 'available' : 'common' }))
            }
          />
        </Field>
        <Field
          label={`${t('option.threshold')}: ${formatShare(options.coverageThreshold, language, 0)}`}
          hint={t('option.thresholdHint')}
        >
          <Slider
            min={0}
            max={1}
            step={0.05}
            label={null}
            thumbLabel={t('option.threshold')}
            value={options.coverageThreshold}
            onChange={(coverageThreshold) => dispatch(setScoreOptions({ coverageThreshold }))}
          />
        </Field>
        <Field label={t('option.yearWindow')} hint={t('option.yearWindowHint')}>
          <SegmentedControl
            fullWidth
            aria-label={t('option.yearWindow')}
            data={['0', '1', '2', '3', '5'].map((value) => ({
              value,
              label: t('option.years', { count: Number(value) }),
            }))}
            value={String(options.yearWindow)}
            onChange={(value) => dispatch(setScoreOptions({ yearWindow: Number(value) }))}
          />
        </Field>
        <Field label={t('option.yearMatching')} hint={t('option.yearMatchingHint')}>
          <SegmentedControl
            fullWidth
            aria-label={t('option.yearMatching')}
            data={[
              { value: 'value', label: t('option.yearEach') },
              { value: 'indicator', label: t('option.yearOne') },
            ]}
            value={options.yearMatching}
            onChange={(value) =>
              dispatch(setScoreOptions({ yearMatching: value === 'indicator' ? 'indicator' : 'value' }))
            }
          />
        </Field>
        <Field label={t('option.without')} hint={t('option.withoutHint')}>
          <MultiSelect
            aria-label={t('option.without')}
            placeholder={options.without.length === 0 ? t('option.withoutNone') : ''}
            searchable
            clearable
            data={[...new Set([...result.panel.indicators.map(({ id }) => id), ...options.without])].map(
              (id) => ({ value: id, label: words.nodeName(id, source.table.definitions) }),
            )}
            value={[...options.without]}
            onChange={(without) => dispatch(setScoreOptions({ without }))}
          />
        </Field>
        <Field>
          <Switch
            size="sm"
            label={t('option.useR')}
            checked={options.useR}
            onChange={(event) => dispatch(setScoreOptions({ useR: event.currentTarget.checked }))}
          />
          <Switch
            size="sm"
            mt={6}
            label={t('option.useLevel')}
            checked={options.useLevel}
            onChange={(event) => dispatch(setScoreOptions({ useLevel: event.currentTarget.checked }))}
          />
        </Field>
      </section>
      <Weights result={result} source={source} />
      <PublishedSection result={result} source={source} />
    </>
  );
}

function Field({
  label,
  hint,
  children,
}: {
  readonly label?: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.field}>
      {label !== undefined && <span>{label}</span>}
      {children}
      {hint !== undefined && (
        <p className={classes.hint} style={{ margin: 0 }}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Weights of the dimensions and of the indicators in the score; ones without data are not offered. */
function Weights({ result, source }: { readonly result: ScoreResult; readonly source: ScoreSource }) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const weights = useProject(({ integration }) => integration.options.weights);
  const used = new Set(result.years.flatMap(({ reducedSet }) => reducedSet.used));
  const weighed = (id: string) => weights[id] ?? 1;
  const groups = DIMENSION_ORDER.map((dimension) => ({
    dimension,
    indicators: result.panel.indicators.filter((one) => one.dimension === dimension && used.has(one.id)),
  })).filter(({ indicators }) => indicators.length > 0);
  const row = (id: string, isDimension: boolean) => (
    <div key={id} className={classes.weight} data-dimension={isDimension || undefined}>
      <span>{words.nodeName(id, source.table.definitions)}</span>
      <Slider
        min={0}
        max={3}
        step={0.1}
        label={null}
        thumbLabel={words.nodeName(id, source.table.definitions)}
        value={weighed(id)}
        onChange={(weight) => dispatch(setWeight(id, weight === 1 ? null : Number(weight.toFixed(1))))}
      />
      <output>{formatNumber(weighed(id), language, 1)}</output>
    </div>
  );
  return (
    <PanelSection
      title={t('option.weights')}
      aside={
        Object.keys(weights).length > 0 && (
          <Button variant="default" onClick={() => dispatch(setScoreOptions({ weights: {} }))}>
            {t('option.resetWeights')}
          </Button>
        )
      }
    >
      <p className={classes.hint} style={{ marginTop: 0 }}>
        {t('option.weightsHint')}
      </p>
      {groups.map(({ dimension, indicators }) => [
        row(dimension, true),
        ...(indicators.length > 1 ? indicators.map(({ id }) => row(id, false)) : []),
      ])}
    </PanelSection>
  );
}
