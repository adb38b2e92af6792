import { useTranslation } from 'react-i18next';
import type { CircleReadings } from '#core/surface/circle-readings.ts';
import type { CirclesState } from '#state/project-document.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { formatAreaKm2, formatCompact, formatMinutes, formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './circles.module.css';
import { useDefinition } from './use-definition.ts';

/** Yuan in one unit of the indicator `gdp` (100m CNY). */
const YUAN_PER_100M = 1e8;

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
  const { areaKm2, population, counties, withoutPopulation, gdp, minutes } = readings;
  return (
    <PanelSection
      title={t('readings.title', { minutes: formatMinutes(minutes, language) })}
      aside={definition(circles)}
    >
      <dl className={classes.figures} data-testid="circle-figures">
        <dt>{t('readings.population')}</dt>
        <dd data-testid="circle-population">{formatCompact(population, language)}</dd>
        <dt>{t('readings.area')}</dt>
        <dd data-testid="circle-area">{formatAreaKm2(areaKm2, language)}</dd>
      </dl>
      <p className={classes.hint}>
        {readings.peopleFrom === null
          ? t('readings.populationNote')
          : t('data.used.people', { name: readings.peopleFrom })}
        {withoutPopulation.length > 0 &&
          ` · ${t('readings.withoutPopulation', { count: withoutPopulation.length })}`}
      </p>
      <FactList
        facts={[
          {
            label: t('readings.gdp'),
            value:
              gdp === null
                ? t('readings.none')
                : t('readings.yuan', { value: formatCompact(gdp.value * YUAN_PER_100M, language) }),
            ...(gdp !== null && {
              note: t('readings.gdpNote', {
                years: gdp.years.join(', '),
                share: formatShare(gdp.knownShare, language, 0),
              }),
            }),
          },
          { label: t('readings.counties'), value: counties.length },
        ]}
      />
    </PanelSection>
  );
}
