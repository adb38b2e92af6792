import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isObsolete } from '#compute/protocol.ts';
import type { ScenarioAnswer } from '#compute/circle-operations.ts';
import { peopleWithin } from '#core/surface/circle-readings.ts';
import type { Failure, Result } from '#core/units/result.ts';
import { circleRequestOf } from '#state/circles/circle-questions.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import { useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { ProvenanceTag } from '#ui/facts/provenance-tag.tsx';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { formatCompact, formatNumber, measureWord } from '#ui/format/number-format.ts';
import { bracketed, colon } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { failureWords } from './failure-words.ts';
import classes from './scenarios.module.css';

interface Column {
  readonly id: string;
  readonly result: Result<ScenarioAnswer>;
}

/** Up to four scenarios side by side: the same origin and minutes, each against the present. */
export function ComparedScenarios() {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const scenarios = useProject((document) => document.scenarios);
  const compared = useProject((document) => document.comparison.compared);
  const circles = useProject((document) => document.circles);
  const added = useStore(addedTravelData);
  const [columns, setColumns] = useState<readonly Column[]>([]);

  useEffect(() => {
    const chosen = scenarios.filter(({ id }) => compared.includes(id));
    if (chosen.length < 2 || circles.origins.length === 0) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const { minutes } = circles;
    const base = circleRequestOf(circles, minutes);
    const run = async () => {
      const answers: Column[] = [];
      for (const { id, edits } of chosen) {
        const job = { base, edits, minutes, contourMinutes: [] };
        const result = await circleWorker().call('compare-scenario', job, { signal });
        if (signal.aborted) return;
        if (result.ok || !isObsolete(result.failure)) answers.push({ id, result });
      }
      setColumns(answers);
    };
    void run();
    return () => controller.abort();
    // `added` is not read here: it is what the worker computes with, and a change asks anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scenarios, compared, circles, added]);

  const shown = columns.filter(({ id }) => compared.includes(id));
  if (compared.length < 2 || shown.length === 0) return null;
  const nameOf = (id: string): string => scenarios.find((each) => each.id === id)?.name ?? id;
  const area = `${t('area')}${bracketed(measureWord('km2', language), language)}`;
  const rows: readonly { name: string; of: (answer: ScenarioAnswer) => string }[] = [
    {
      name: `${t('gained')} · ${t('people')}`,
      of: ({ gained }) => formatCompact(peopleWithin(gained), language),
    },
    { name: `${t('gained')} · ${area}`, of: ({ gained }) => formatNumber(gained.areaKm2, language) },
    { name: `${t('lost')} · ${t('people')}`, of: ({ lost }) => formatCompact(peopleWithin(lost), language) },
    {
      name: `${t('after')} · ${t('people')}`,
      of: ({ after }) => formatCompact(peopleWithin(after.readings), language),
    },
    {
      name: `${t('after')} · ${area}`,
      of: ({ after }) => formatNumber(after.readings.areaKm2, language),
    },
  ];
  const failures = shown.flatMap(({ id, result }): { id: string; failure: Failure }[] =>
    result.ok ? [] : [{ id, failure: result.failure }],
  );
  return (
    <PanelSection title={t('compared')} aside={<ProvenanceTag provenance="modelled" />}>
      <TableTools
        title={t('compared')}
        fileName={`scenarios-within-${circles.minutes}-min`}
        rows={() => [
          [
            'scenario',
            'gained_people',
            'gained_area_km2',
            'lost_people',
            'after_people',
            'after_area_km2',
            'provenance',
          ],
          ...shown.map(({ id, result }) => {
            if (!result.ok) return [nameOf(id), null, null, null, null, null, null];
            const { gained, lost, after } = result.value;
            return [
              nameOf(id),
              peopleWithin(gained),
              gained.areaKm2,
              peopleWithin(lost),
              peopleWithin(after.readings),
              after.readings.areaKm2,
              'modelled',
            ];
          }),
        ]}
        origins={() => originsOf(['rail-timetable', 'county-raster'])}
        origin={tableOrigin}
        isAbove
      />
      <div className={classes.scroll}>
        <table className={`${classes.table} ${classes.compared}`} data-testid="compared-scenarios">
          <thead>
            <tr>
              <th aria-label={t('within', { minutes: circles.minutes })} />
              {shown.map(({ id }) => (
                <th key={id} scope="col">
                  {nameOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, of }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {shown.map(({ id, result }) => (
                  <td key={id}>{result.ok ? of(result.value) : '—'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.hint}>{t('comparedNote', { minutes: circles.minutes })}</p>
      {failures.map(({ id, failure }) => (
        <p key={id} className={classes.problem} role="alert">
          {nameOf(id)}
          {colon(language)}
          {failureWords(failure, t)}
        </p>
      ))}
    </PanelSection>
  );
}
