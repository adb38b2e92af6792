import type { ComponentProps, ReactElement, RefObject } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import type { CsvCell } from '#ui/files/save-file.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import type { WordOf } from '#ui/tables/use-table-words.ts';
import { useShownScore } from '../measure/use-shown-score.ts';

interface Exported {
  readonly title: string;
  /** Name of the saved files. */
  readonly name: string;
  readonly rows: readonly (readonly CsvCell[])[];
  readonly wordOf?: WordOf;
}

/** Tools over figures of the scores: files say so where the numbers are a scenario's. */
function ScoreTools({
  name,
  rows,
  ...tools
}: Exported & Pick<ComponentProps<typeof TableTools>, 'about' | 'drawing' | 'opens'>) {
  const isScenario = (useShownScore()?.under ?? null) !== null;
  return (
    <TableTools
      {...tools}
      fileName={isScenario ? `${name}-scenario` : name}
      rows={() => rows}
      origins={() => originsOf(['indicators', 'indicators-county', 'regions'])}
      origin={tableOrigin}
    />
  );
}

/** A drawing beside the page, in its styles, until whoever asked has saved it in the same turn. */
function drawBesidePage(drawing: ReactElement): SVGSVGElement | null {
  const place = document.createElement('div');
  place.style.cssText = 'position: absolute; visibility: hidden';
  place.ariaHidden = 'true';
  document.body.append(place);
  const root = createRoot(place);
  flushSync(() => root.render(drawing));
  setTimeout(() => {
    root.unmount();
    place.remove();
  });
  return place.querySelector('svg');
}

/** Copies and saves a table that stands on the page. */
export function TableButtons({
  renderDrawing,
  ...table
}: Exported & {
  /** One SVG of a table with bars, which is no drawing on the page. */
  readonly renderDrawing?: () => ReactElement;
}) {
  return (
    <ScoreTools {...table} opens={false} drawing={renderDrawing && (() => drawBesidePage(renderDrawing()))} />
  );
}

/** Shows a chart's numbers as a table, and saves it as a drawing or a table. */
export function ChartButtons({
  about,
  svg,
  ...chart
}: Exported & {
  /** What the figures are, where title and heads don't say it; without it the year shown. */
  readonly about?: string;
  readonly svg: RefObject<SVGSVGElement | null>;
}) {
  const { t } = useTranslation('terms');
  const year = useProject(({ integration }) => integration.year);
  return <ScoreTools {...chart} about={about ?? t('year', { year })} drawing={() => svg.current} />;
}
