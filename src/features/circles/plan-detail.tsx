import { useTranslation } from 'react-i18next';
import type { PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { useArtefact, useUnits } from '#state/atlas-data.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { formatAreaKm2, formatCompact, formatShare } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './circles.module.css';
import { PlanMismatches } from './plan-mismatches.tsx';

/** One plan against its hour: people on both sides, and the counties where they disagree. */
export function PlanDetail({ reading }: { readonly reading: PlanVersusHour }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const units = useUnits();
  const regions = useArtefact('regions');
  const region = regions?.find(({ id }) => id === reading.id);
  const name = region === undefined ? reading.id : pickName(region, language);
  const people = ({ population, areaKm2 }: PlanVersusHour['plan']) =>
    t('plans.peopleOnLand', {
      people: formatCompact(population, language),
      area: formatAreaKm2(areaKm2, language),
    });
  return (
    <PanelSection title={name}>
      <p className={classes.hint}>{t('plans.show')}</p>
      <FactList
        facts={[
          { label: t('plans.planPeople'), value: people(reading.plan) },
          { label: t('plans.hourPeople'), value: people(reading.hour) },
          { label: t('plans.coverage'), value: formatShare(reading.coverage, language) },
        ]}
      />
      {reading.withoutStation.length > 0 && (
        <p className={classes.hint}>
          {t('plans.withoutStation', {
            cores: listed(
              reading.withoutStation.map((adcode) => {
                const unit = units.get(adcode);
                return unit === undefined ? adcode : pickName(unit, language);
              }),
              language,
            ),
          })}
        </p>
      )}
      {(['beyondHour', 'beyondPlan'] as const).map((side) => (
        <PlanMismatches key={`${reading.id}-${side}`} side={side} reading={reading} planName={name} />
      ))}
    </PanelSection>
  );
}
