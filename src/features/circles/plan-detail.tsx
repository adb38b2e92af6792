import { useTranslation } from 'react-i18next';
import type { PlanMismatch, PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { formatAreaKm2, formatCompact, formatShare } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './circles.module.css';
import { useCountyNames } from './county-table.tsx';

const MOST = 10;

/** One plan against its hour: people on both sides, and the counties where they disagree. */
export function PlanDetail({ reading }: { readonly reading: PlanVersusHour }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const regions = useArtefact('regions');
  const region = regions?.find(({ id }) => id === reading.id);
  const sides = [
    { title: t('plans.beyondHour'), counties: reading.planBeyondHour },
    { title: t('plans.beyondPlan'), counties: reading.hourBeyondPlan },
  ];
  const people = (side: PlanVersusHour['plan']) =>
    `${formatCompact(side.population, language)} · ${formatAreaKm2(side.areaKm2, language)}`;
  return (
    <PanelSection title={region === undefined ? reading.id : pickName(region, language)}>
      <p className={classes.hint}>{t('plans.show')}</p>
      <FactList
        facts={[
          { label: t('plans.planPeople'), value: people(reading.plan) },
          { label: t('plans.hourPeople'), value: people(reading.hour) },
          { label: t('plans.coverage'), value: formatShare(reading.coverage, language) },
        ]}
      />
      {sides.map(({ title, counties }) => (
        <Mismatches key={title} title={title} counties={counties} />
      ))}
    </PanelSection>
  );
}

function Mismatches({
  title,
  counties,
}: {
  readonly title: string;
  readonly counties: readonly PlanMismatch[];
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const nameOf = useCountyNames();
  return (
    <>
      <p className={classes.label}>
        {title} · {counties.length} {t('plans.counties')}
      </p>
      {counties.length === 0 && <p className={classes.hint}>{t('plans.none')}</p>}
      <table className={classes.table}>
        <tbody>
          {counties.slice(0, MOST).map(({ adcode, share, people }) => (
            <tr key={adcode}>
              <td>{nameOf(adcode)}</td>
              <td>{formatShare(share, language, 0)}</td>
              <td>{formatCompact(people, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
