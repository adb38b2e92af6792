import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CirclesState } from '#state/document/circles-state.ts';
import { originsOf } from '#state/table-origin.ts';
import { useProject } from '#state/store.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { columnScale, headWithUnit } from '#ui/format/column-scale.ts';
import { formatPart } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RunStatus } from '#ui/panels/run-status.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import classes from '../circles.module.css';
import { FirstOrAll } from '../first-or-all.tsx';
import { shapeOrigin } from './shape-figures.tsx';
import type { ShapeFileNow } from './shape-files.ts';
import { askShape, type ShapeAnswer } from './use-shape-answer.ts';

const FIRST = 12;

interface Row {
  readonly name: string;
  /** `null`: it holds no land of the country. */
  readonly answer: ShapeAnswer | null;
}

/** Rows with what they were computed of. */
interface Computed {
  readonly rows: readonly Row[];
  readonly shapes: ShapeFileNow['shapes'];
  readonly circles: CirclesState;
  readonly added: unknown;
}

/** All shapes of a file in one table, asked for one by one when somebody wants it. */
export function ShapesCompared({ of: { file, shapes } }: { readonly of: ShapeFileNow }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const circles = useProject((document) => document.circles);
  const added = useStore(addedTravelData);
  const [computed, setComputed] = useState<Computed | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const compute = async () => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    const rows: Row[] = [];
    setDone(0);
    for (const { name, area } of shapes) {
      const answer = await askShape(area, circles, own.signal);
      if (own.signal.aborted) return;
      rows.push({ name, answer: answer.ok ? answer.value : null });
      setDone(rows.length);
    }
    setComputed({ rows, shapes, circles, added });
    setDone(null);
  };
  const cancel = () => {
    controller.current?.abort();
    setDone(null);
  };
  const isFresh =
    computed !== null &&
    computed.shapes === shapes &&
    computed.circles === circles &&
    computed.added === added;
  const rows = isFresh ? computed.rows : [];
  const people = columnScale(
    rows.map(({ answer }) => answer?.readings.population ?? null),
    language,
  );
  const area = columnScale(
    rows.map(({ answer }) => answer?.readings.areaKm2 ?? null),
    language,
  );
  return (
    <PanelSection
      title={t('shapes.all.title', { count: shapes.length })}
      aside={
        isFresh && (
          <TableTools
            title={file.name}
            fileName={`${file.name}-shapes`}
            rows={() => [
              [
                'name',
                'outline_km2',
                'area_km2',
                'people',
                'people_in_both',
                'part_within_hour',
                'gdp_100m_cny',
              ],
              ...rows.map(({ name, answer }) => [
                name,
                answer?.readings.outlineKm2 ?? null,
                answer?.readings.areaKm2 ?? null,
                answer?.readings.population ?? null,
                answer?.versus?.both.population ?? null,
                answer?.versus?.coverage ?? null,
                answer?.readings.gdp?.value ?? null,
              ]),
            ]}
            origins={() => originsOf(['county-raster', 'rail-timetable'])}
            origin={() => shapeOrigin(file)}
          />
        )
      }
    >
      <SaidWhenDone what={t('shapes.all.what')} isBusy={done !== null} hasResult={isFresh} />
      {done !== null && (
        <RunStatus
          words={t('shapes.all.progress', { done, total: shapes.length })}
          action={{ label: t('run.cancel', { ns: 'terms' }), onClick: cancel }}
          progress={{ done, total: shapes.length }}
        />
      )}
      {done === null && !isFresh && (
        <Button variant="default" fullWidth onClick={() => void compute()}>
          {t('shapes.all.compute')}
        </Button>
      )}
      {isFresh && (
        <FirstOrAll items={rows} first={FIRST}>
          {(shown) => (
            <table className={classes.table} data-testid="shapes-compared">
              <thead>
                <tr>
                  <th scope="col">{t('shapes.all.name')}</th>
                  <th scope="col">
                    {headWithUnit(
                      t('readings.area'),
                      `${area.unit}${area.unit === '' ? '' : ' '}${t('shapes.all.km2')}`,
                      language,
                    )}
                  </th>
                  <th scope="col">{headWithUnit(t('shapes.all.people'), people.unit, language)}</th>
                  <th scope="col">{t('shapes.all.within')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ name, answer }, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- names of a file may repeat
                  <tr key={at}>
                    <td>{name}</td>
                    <td>{area.show(answer?.readings.areaKm2 ?? null)}</td>
                    <td>{people.show(answer?.readings.population ?? null)}</td>
                    <td>{answer?.versus == null ? '—' : formatPart(answer.versus.coverage, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </FirstOrAll>
      )}
    </PanelSection>
  );
}
