import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UncertaintyAnswer } from '#compute/circle-operations.ts';
import { useUnits } from '#state/atlas-data.ts';
import type { CircleResults } from '#state/circles/circle-results.ts';
import { setShownData, type ShownData, type ShownTable } from '#state/told/shown-data.ts';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { listedInTitle } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { originName } from './origin-names.ts';
import { readingFigures } from './reading-figures.ts';
import { uncertaintyTable } from './robustness/uncertainty-table.ts';
import { useDefinition } from './use-definition.ts';

/** Tells exporters the figures of the drawn circle, of every definition laid over and of every origin by itself. */
export function useShownReadings(
  { answer, circles, apart, overlays }: CircleResults,
  sure: UncertaintyAnswer | null,
): void {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const units = useUnits();
  const definition = useDefinition();
  const data = useMemo((): ShownData | null => {
    const readings = answer?.readings[0];
    if (answer === null || readings === undefined || circles === null) return null;
    const names = circles.origins.map((origin) => originName(origin, units, language));
    const within = t('readings.title', { minutes: formatCutOff(readings.minutes, language) });
    const figures = readingFigures(readings, language, t);
    const title = `${listedInTitle(names, language)} · ${within}`;
    const { population, area, gdp, counties } = figures;
    const main: ShownTable = {
      title,
      columns: [
        { title: definition(circles), isNumber: false },
        { title: '', isNumber: true },
      ],
      rows: [population, area, gdp, counties].map(({ label, value }) => [label, value]),
      remark: [t('provenance.modelled', { ns: 'terms' }), population.note, gdp.note]
        .filter((note) => note !== '')
        .join(' · '),
    };
    const compared = (heading: string, circlesOf: readonly { name: string; answer: typeof answer }[]) => ({
      title: heading,
      columns: [
        { title: '', isNumber: false },
        { title: population.label, isNumber: true },
        { title: area.label, isNumber: true },
      ],
      rows: circlesOf.flatMap(
        ({
          name,
          answer: {
            readings: [own],
          },
        }) => {
          if (own === undefined) return [];
          const each = readingFigures(own, language, t);
          return [[name, each.population.value, each.area.value]];
        },
      ),
      remark: t('provenance.modelled', { ns: 'terms' }),
    });
    return {
      charts: [],
      tables: [
        main,
        ...(sure === null ? [] : [uncertaintyTable(sure, language, t)]),
        ...(apart.length === 0
          ? []
          : [
              compared(
                t('apart'),
                apart.map((each) => ({ name: names[Number(each.id)] ?? '', answer: each.answer })),
              ),
            ]),
        ...(overlays.length === 0
          ? []
          : [
              compared(
                t('overlaid'),
                [{ id: circles.mode, answer }, ...overlays].map((each) => ({
                  name: t(`mode.${each.id}`, { ns: 'terms' }),
                  answer: each.answer,
                })),
              ),
            ]),
      ],
    };
    // The words of the definition change with the language only.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [answer, circles, apart, overlays, sure, units, language, t]);
  useEffect(() => setShownData('circles', () => data), [data]);
  useEffect(() => () => setShownData('circles', null), []);
}
