import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resolveParameters } from '#core/network/travel-parameters.ts';
import {
  assumptionLimits,
  assumptionRanges,
  type AssumptionRange,
  checkBounds,
} from '#core/uncertainty/assumption.ts';
import { ASSUMPTION_WORDS } from '#core/uncertainty/assumption-words.ts';
import { resetAssumptionRanges, setAssumptionRange } from '#state/commands/circle-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import own from './robustness.module.css';

/** The range of every assumption that the definition rests on, to see and to change. */
export function AssumptionRanges() {
  const { t } = useTranslation('circles');
  const { mode, preset, parameters, ranges } = useProject(({ circles }) => circles);
  const resolved = resolveParameters(preset, parameters);
  // What is wrong with a parameter is said where the circle has none.
  if (!resolved.ok) return null;
  return (
    <PanelSection
      title={t('robustness.ranges')}
      aside={
        <Button
          variant="default"
          size="compact-xs"
          disabled={Object.keys(ranges).length === 0}
          onClick={() => dispatch(resetAssumptionRanges())}
        >
          {t('robustness.resetAll')}
        </Button>
      }
    >
      <p className={classes.hint}>{t('robustness.rangesHint')}</p>
      {assumptionRanges(mode, resolved.value, ranges).map((range) => (
        <Range key={`${range.id}:${range.low}:${range.high}`} range={range} />
      ))}
    </PanelSection>
  );
}

function Range({ range }: { readonly range: AssumptionRange }) {
  const { t } = useTranslation(['circles', 'terms']);
  const { id, isOwn } = range;
  const { least, most, unit } = assumptionLimits(id);
  const [typed, setTyped] = useState({ low: range.low, high: range.high });
  const checked = checkBounds(id, [typed.low, typed.high]);
  const isUpsideDown = !checked.ok && checked.failure.reason === 'range-upside-down';
  const language = useLanguage();
  const words = ASSUMPTION_WORDS[id];
  const name = pickName(words, language);
  const change = (end: 'low' | 'high') => (value: number | string) => {
    if (typeof value !== 'number') return;
    const next = { ...typed, [end]: value };
    setTyped(next);
    const bounds = checkBounds(id, [next.low, next.high]);
    if (bounds.ok && (next.low !== range.low || next.high !== range.high))
      dispatch(setAssumptionRange(id, bounds.value));
  };
  const isFine = unit === 'factor' || unit === '1';
  const suffix =
    unit === 'factor' ? t('robustness.factor') : unit === '1' ? '' : t(`unit.${unit}`, { ns: 'terms' });
  return (
    <div className={classes.parameter} data-changed={isOwn || undefined}>
      <p className={own.name} id={`range-${id}`}>
        {name}
        {suffix !== '' && <span>{suffix}</span>}
      </p>
      <div className={own.ends} role="group" aria-labelledby={`range-${id}`}>
        {(['low', 'high'] as const).map((end) => (
          <NumberInput
            key={end}
            size="xs"
            aria-label={t(`robustness.${end}`, { name })}
            value={typed[end]}
            min={least}
            max={most}
            step={isFine ? 0.05 : 1}
            decimalScale={2}
            clampBehavior="blur"
            error={isUpsideDown}
            onChange={change(end)}
          />
        ))}
        {isOwn && (
          <Button variant="default" size="compact-xs" onClick={() => dispatch(setAssumptionRange(id, null))}>
            {t('robustness.usual')}
          </Button>
        )}
      </div>
      {isUpsideDown ? (
        <p className={own.error} role="alert">
          {t('robustness.upsideDown')}
        </p>
      ) : (
        <p className={classes.hint}>{language === 'en' ? words.reasonEn : words.reasonZh}</p>
      )}
    </div>
  );
}
