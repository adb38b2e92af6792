import { useTranslation } from 'react-i18next';
import { peopleWithin, type CircleReadings } from '#core/surface/circle-readings.ts';
import { useUnits } from '#state/atlas-data.ts';
import type { CircleResults } from '#state/circles/circle-results.ts';
import { formatAreaKm2, formatCompact } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './circles.module.css';
import { originName } from './origin-names.ts';
import { useCircleFailure } from './use-circle-failure.ts';

/** The same figures of every definition laid over, and of every origin by itself. */
export function ReadingsCompared({ results }: { readonly results: CircleResults }) {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const units = useUnits();
  const failureText = useCircleFailure();
  const { answer, circles, apart, overlays, overlayFailures } = results;
  if (answer === null || circles === null) return null;
  const modes = [{ id: circles.mode, answer }, ...overlays];
  const failed = Object.entries(overlayFailures);
  return (
    <>
      {(overlays.length > 0 || failed.length > 0) && (
        <PanelSection title={t('overlaid')}>
          <Compared
            rows={modes.map((each) => ({
              id: each.id,
              name: t(`mode.${each.id}`, { ns: 'terms' }),
              readings: each.answer.readings[0],
            }))}
          />
          {failed.map(([mode, failure]) => (
            <p key={mode} className={classes.hint}>
              {failureText(failure).message}
            </p>
          ))}
        </PanelSection>
      )}
      {apart.length > 0 && (
        <PanelSection title={t('apart')}>
          <Compared
            rows={apart.map((each) => {
              const origin = circles.origins[Number(each.id)];
              return {
                id: each.id,
                name: origin === undefined ? '' : originName(origin, units, language),
                readings: each.answer.readings[0],
              };
            })}
          />
        </PanelSection>
      )}
    </>
  );
}

function Compared({
  rows,
}: {
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly readings: CircleReadings | undefined;
  }[];
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th />
          <th scope="col">{t('readings.population')}</th>
          <th scope="col">{t('readings.area')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, readings }) => (
          <tr key={id}>
            <td>{name}</td>
            <td>{formatCompact(readings === undefined ? null : peopleWithin(readings), language)}</td>
            <td>{formatAreaKm2(readings?.areaKm2, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
