import { isOwnIndicator, type OwnTable } from '#core/indicators/own-table.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { Command, Operation } from '../command.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { build, set } from './build-command.ts';

/** Takes a table into the project and shows its first indicator: one step of the history. */
export function addOwnTable(document: ProjectDocument, table: OwnTable): Command {
  const [first] = table.indicators;
  const shows: readonly Operation[] =
    first === undefined
      ? []
      : [
          set(['integration', 'shown'], { kind: 'value', id: first.id, level: first.level }),
          ...yearToShow(
            document,
            first.series.map(({ year }) => year),
          ),
        ];
  return build('add-own-table', [
    { op: 'insert', path: ['ownTables', document.ownTables.length], value: table },
    ...shows,
  ]);
}

/** The newest year with figures, unless the shown one is near enough to have them. */
function yearToShow({ integration }: ProjectDocument, years: readonly number[]): readonly Operation[] {
  const isNear = years.some((year) => Math.abs(year - integration.year) <= integration.options.yearWindow);
  const newest = Math.max(...years);
  return isNear || !Number.isFinite(newest) ? [] : [set(['integration', 'year'], newest)];
}

/** Takes a table out; a measure that was shown from it gives way to the composite. */
export function removeOwnTable(document: ProjectDocument, index: number): Command {
  const table = document.ownTables[index];
  if (table === undefined) return build('remove-own-table', []);
  const { shown } = document.integration;
  const gone = table.indicators.some(({ id }) => 'id' in shown && shown.id === id);
  return build('remove-own-table', [
    ...(gone && 'id' in shown && isOwnIndicator(shown.id)
      ? [set(['integration', 'shown'], { kind: 'composite' })]
      : []),
    { op: 'remove', path: ['ownTables', index] },
  ]);
}

/** Declares the index of the preset `own`, takes the preset and shows the index; `null` gives it up. */
export function setOwnIndex(document: ProjectDocument, index: OwnIndex | null): Command {
  const root = index?.declaration.nodes.find(({ parent }) => parent === undefined)?.id;
  const { shown } = document.integration;
  const shows: readonly Operation[] =
    root === undefined
      ? shown.kind === 'index'
        ? [set(['integration', 'shown'], { kind: 'composite' })]
        : []
      : [set(['integration', 'preset'], 'own'), set(['integration', 'shown'], { kind: 'index', id: root })];
  return build('set-own-index', [set(['ownIndex'], index), ...shows]);
}
