import { useTranslation } from 'react-i18next';
import type { CircleReadings } from '#core/surface/circle-readings.ts';
import { useCircleUncertainty } from '#state/circles/circle-uncertainty.ts';
import type { CirclesState } from '#state/document/circles-state.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { formatCompact } from '#ui/format/number-format.ts';
import { formatRange } from '#ui/format/range-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './circles.module.css';
import { readingFigures } from './reading-figures.ts';
import { useDefinition } from './use-definition.ts';

/** Area, people and output within the minutes read out, with the definition they rest on. */
export function Readings({
  readings,
  circles,
}: {
  readonly readings: CircleReadings;
  readonly circles: CirclesState;
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const definition = useDefinition();
  const { answer, isFresh } = useCircleUncertainty(false);
  const spread = isFresh && answer?.minutes === readings.minutes ? answer.population : null;
  const range = spread === null ? null : formatRange(spread, (value) => formatCompact(value, language));
  const { population, area, gdp, counties } = readingFigures(readings, language, t);
  return (
    <PanelSection
      title={t('readings.title', { minutes: formatCutOff(readings.minutes, language) })}
      aside={
        <>
          {definition(circles)} <ProvenanceTag provenance="modelled" />
        </>
      }
    >
      <dl className={classes.figures} data-testid="circle-figures">
        <dt>{population.label}</dt>
        <dd data-testid="circle-population">{population.value}</dd>
        <dt>{area.label}</dt>
        <dd data-testid="circle-area">{area.value}</dd>
      </dl>
      <p className={classes.hint}>{population.note}</p>
      {range !== null && (
        <p className={classes.hint} data-testid="circle-range">
          {t('robustness.onCircle', { people: range })}
        </p>
      )}
      <FactList
        facts={[
          { label: gdp.label, value: gdp.value, ...(gdp.note !== '' && { note: gdp.note }) },
          { label: counties.label, value: counties.value },
        ]}
      />
    </PanelSection>
  );
}
