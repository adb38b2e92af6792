import { useTranslation } from 'react-i18next';
import type { PlanVersusHour } from '#core/scenario/plan-versus-hour.ts';
import { tableOrigin } from '#state/table-origin.ts';
import { CountyShares } from './county-shares.tsx';

/** What the people of a side are called in a table that leaves the page. */
const PEOPLE_COLUMN = { beyondHour: 'people_beyond_hour', beyondPlan: 'people_within_hour' } as const;

/** Counties of one side on which a plan and its hour disagree. */
export function PlanMismatches({
  side,
  reading,
  planName,
}: {
  readonly side: keyof typeof PEOPLE_COLUMN;
  readonly reading: PlanVersusHour;
  readonly planName: string;
}) {
  const { t } = useTranslation('circles');
  const title = t(`plans.${side}`);
  return (
    <CountyShares
      title={title}
      tableTitle={`${planName} · ${title}`}
      fileName={`${reading.id}-${side === 'beyondHour' ? 'beyond-hour' : 'beyond-plan'}-${reading.minutes}-min`}
      counties={side === 'beyondHour' ? reading.planBeyondHour : reading.hourBeyondPlan}
      shareHead={t('plans.landWithin')}
      shareColumn="area_cut"
      peopleHead={t(`plans.people.${side}`)}
      peopleColumn={PEOPLE_COLUMN[side]}
      data={['regions', 'rail-timetable', 'county-raster']}
      origin={tableOrigin}
    />
  );
}
