import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { corridorsAmong, corridorsOf } from '#core/structure/corridor.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { select } from '#state/commands/view-commands.ts';
import { useStationName } from '#state/station-names.ts';
import { dispatch } from '#state/store.ts';
import { sourceWords } from '#ui/facts/source-words.ts';
import { trainWords } from '#ui/facts/train-words.ts';
import { formatPrintedDate } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { apart, colon } from '#ui/i18n/punctuation.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import classes from '../structure.module.css';
import { ContextNotice } from '../study/context-notice.tsx';
import type { RegionStudy } from '../study/use-region-study.ts';

/** Lines in the panel; the files have all. */
const LISTED = 20;

/** Open lines that stop in at least two of the region's cities, with speed, year, and trains a day where printed. */
export function CorridorBlock({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const stationName = useStationName();
  const lines = useArtefact('rail-lines');
  const context = useArtefact('context');
  const corridors = useMemo(() => {
    const open = (lines ?? []).filter(({ status }) => status === 'open');
    const members = study.variant.statisticalMembers;
    return corridorsAmong(
      corridorsOf(open, {
        persons: study.frame.figures.population.values,
        agglomerationsOf: () => [],
        headways: context?.headways ?? [],
      }),
      members,
    ).map((corridor) => ({
      ...corridor,
      own: corridor.cities.filter((city) => members.includes(city)).length,
    }));
  }, [lines, context, study]);
  if (corridors.length === 0) return null;
  return (
    <FigureBlock
      title={t('ties.corridors')}
      note={t('ties.corridorNote')}
      fileName={`${study.variant.key}-corridors`}
      hasTable
      data={['rail-lines', 'rail-timetable']}
      rows={
        context === null
          ? null
          : () => [
              ['line', 'name', 'design_speed_kmh', 'opened_year', 'cities_here', 'headways'],
              ...corridors.map(({ line, own, headways }) => [
                line.id,
                pickName(line, language),
                line.designSpeedKmh,
                line.openedYear,
                own,
                apart(
                  headways.map(
                    ({ from, to, printed }) =>
                      `${stationName(from)}–${stationName(to)}${colon(language)}${trainWords(printed, language)}`,
                  ),
                  language,
                ),
              ]),
            ]
      }
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th style={{ width: '50%' }}>{t('ties.line')}</th>
            <th>{t('ties.speed')}</th>
            <th>{t('ties.opened')}</th>
            <th className={classes.short}>{t('ties.served')}</th>
            <th className={language === 'en' ? undefined : classes.short}>{t('ties.trains')}</th>
          </tr>
        </thead>
        <tbody>
          {corridors.slice(0, LISTED).map(({ line, own, headways }) => (
            <tr key={line.id}>
              <td className={classes.words}>
                <button
                  type="button"
                  className={classes.city}
                  onClick={() => dispatch(select({ kind: 'line', lineId: line.id }))}
                >
                  {pickName(line, language)}
                </button>
                {headways.map(({ from, to, printed, date, source }) => (
                  <div key={from + to} className={classes.muted} title={sourceWords(source, language)}>
                    {t('ties.section', {
                      from: stationName(from),
                      to: stationName(to),
                      printed: trainWords(printed, language),
                      date: formatPrintedDate(date, language),
                    })}
                  </div>
                ))}
              </td>
              <td>{line.designSpeedKmh ?? t('ties.unknown')}</td>
              <td>{line.openedYear ?? t('ties.unknown')}</td>
              <td>{own}</td>
              <td>{headways[0]?.trainsPerDay ?? (context === null ? '…' : '—')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {context === null && <ContextNotice />}
      {corridors.length > LISTED && (
        <p className={classes.after}>{t('ties.moreLines', { shown: LISTED, all: corridors.length })}</p>
      )}
    </FigureBlock>
  );
}
