import { useTranslation } from 'react-i18next';
import type { Region } from '#core/geography/region.ts';
import { REGIONAL_TRAVEL, REGIONAL_TRAVEL_YEAR } from '#core/surface/regional-travel.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { useUnitName } from './use-unit-name.ts';

/** What a modelled travel time stands on instead of source rows: the model's setting, the network and the people. */
export function TravelModelRows({
  indicator,
  region,
}: {
  readonly indicator: string;
  readonly region: Region | undefined;
}) {
  const { t } = useTranslation(['integration']);
  const { sourceName } = useMeasureWords();
  const nameOf = useUnitName();
  const language = useLanguage();
  const isHour = indicator === 'core_hour_share';
  const cores = listed(
    (region?.cores ?? []).map(({ adcode }) => nameOf(adcode)),
    language,
  );
  return (
    <PanelSection title={t('sourceRows')}>
      <p className={classes.hint} style={{ marginTop: 0 }}>
        {t(isHour ? 'travel.hourRule' : 'travel.meanRule', {
          minutes: REGIONAL_TRAVEL.minutes,
          percent: Math.round(100 * REGIONAL_TRAVEL.leastReachedShare),
        })}
      </p>
      <FactList
        facts={[
          { label: t('travel.from'), value: isHour ? cores : t('travel.ownSeat') },
          { label: t('travel.way'), value: t('travel.doorToDoorPeak') },
          {
            label: t('travel.network'),
            value: t('travel.endOf', { year: REGIONAL_TRAVEL_YEAR }),
            note: listed(
              [sourceName('rail-timetables'), sourceName('rail-press'), sourceName('road-links')],
              language,
            ),
          },
          ...(isHour
            ? [
                {
                  label: t('travel.people'),
                  value: String(REGIONAL_TRAVEL_YEAR),
                  note: sourceName('census-2020'),
                },
              ]
            : []),
        ]}
      />
    </PanelSection>
  );
}
