import { Button, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TRAVEL_PARAMETERS, type ParameterDescription } from '#core/network/travel-parameters.ts';
import { useCircleResults } from '#state/circles/circle-results.ts';
import { resetCircleParameters, setCircleParameter } from '#state/commands/circle-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './circles.module.css';
import { CircleState } from './circle-state.tsx';
import { LawNotice } from './law-notice.tsx';
import { LinkSwitches } from './link-switches.tsx';
import { ReadingsLine } from './readings-line.tsx';

const ROADS = TRAVEL_PARAMETERS.filter(({ id, unit }) => unit === 'km/h' || id === 'detourFactor');
const OTHERS = TRAVEL_PARAMETERS.filter((parameter) => !ROADS.includes(parameter));

/** Every parameter with its value, where it comes from and what it was; the road links that can be closed. */
export function ParametersPage() {
  const { t } = useTranslation('circles');
  const parameters = useProject(({ circles }) => circles.parameters);
  const results = useCircleResults();
  const changed = Object.keys(parameters).length;
  return (
    <>
      <ReadingsLine results={results} />
      <CircleState results={results} />
      <LawNotice laws={results.laws} />
      <PanelSection
        title={t('parameters.title')}
        aside={
          <Button
            variant="default"
            size="compact-xs"
            disabled={changed === 0}
            onClick={() => dispatch(resetCircleParameters())}
          >
            {t('parameters.resetAll')}
          </Button>
        }
      >
        <p className={classes.hint}>{t('parameters.intro')}</p>
        <MethodLink page="method-travel" section={1} />
      </PanelSection>
      <PanelSection title={t('parameters.journeys')}>
        {OTHERS.map((parameter) => (
          <Parameter key={parameter.id} parameter={parameter} />
        ))}
      </PanelSection>
      <PanelSection title={t('parameters.speeds')}>
        {ROADS.map((parameter) => (
          <Parameter key={parameter.id} parameter={parameter} />
        ))}
      </PanelSection>
      <LinkSwitches />
    </>
  );
}

function Parameter({ parameter }: { readonly parameter: ParameterDescription }) {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const preset = useProject(({ circles }) => circles.preset);
  const own = useProject(({ circles }) => circles.parameters[parameter.id]);
  const standard = parameter.defaults[preset];
  const isChanged = typeof own === 'number';
  const decimals = Number.isInteger(standard) ? 0 : 2;
  const unit = t(`unit.${parameter.unit}`, { ns: 'terms' });
  const provenance = t(`provenance.${parameter.kind}`, { ns: 'terms' });
  const source = language === 'en' ? parameter.sourceEn : parameter.sourceZh;
  const change = (value: number | string) => {
    if (typeof value !== 'number' || value < parameter.min || value > parameter.max) return;
    dispatch(setCircleParameter(parameter.id, value === standard ? null : value));
  };
  return (
    <div className={classes.parameter} data-changed={isChanged || undefined}>
      <NumberInput
        label={language === 'en' ? parameter.nameEn : parameter.nameZh}
        // Most sources say so themselves: “Assumed: …”.
        description={source.startsWith(provenance) ? source : `${provenance} · ${source}`}
        size="xs"
        value={isChanged ? own : standard}
        min={parameter.min}
        max={parameter.max}
        step={parameter.unit === '1' ? 0.1 : 1}
        clampBehavior="blur"
        suffix={` ${unit}`}
        onChange={change}
      />
      {isChanged && (
        <p className={classes.changed}>
          {t('parameters.default', { value: `${formatNumber(standard, language, decimals)} ${unit}` })}
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => dispatch(setCircleParameter(parameter.id, null))}
          >
            {t('parameters.reset')}
          </Button>
        </p>
      )}
    </div>
  );
}
