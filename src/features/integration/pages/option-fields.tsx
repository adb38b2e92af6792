import { MultiSelect, SegmentedControl, Slider, Switch } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import type { ScorePanel } from '#core/scoring/score-panel.ts';
import { setCoverageThreshold, setScoreOptions } from '#state/commands/integration-commands.ts';
import type { ScoreChoices } from '#state/document/integration-state.ts';
import { dispatch } from '#state/store.ts';
import { formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { colon } from '#ui/i18n/punctuation.ts';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';

/** Options of the score but the weights: memoised, so that a dragged weight does not draw them anew. */
export const OptionFields = memo(function OptionFields({
  indicators,
  definitions,
  ...options
}: Omit<ScoreChoices, 'weights'> & {
  readonly indicators: ScorePanel['indicators'];
  readonly definitions: ScoringTable['definitions'];
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  return (
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
        label={`${t('option.threshold')}${colon(language)}${formatShare(options.coverageThreshold, language, 0)}`}
        hint={t('option.thresholdHint')}
      >
        <Slider
          min={0}
          max={1}
          step={0.05}
          label={null}
          thumbLabel={t('option.threshold')}
          value={options.coverageThreshold}
          onChange={(share) => dispatch(setCoverageThreshold(share))}
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
          data={[...new Set([...indicators.map(({ id }) => id), ...options.without])].map((id) => ({
            value: id,
            label: words.nodeName(id, definitions),
          }))}
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
  );
});

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
