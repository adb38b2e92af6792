import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OwnTable } from '#core/indicators/own-table.ts';
import { removeOwnTable } from '#state/commands/own-data-commands.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { saveCsv } from '#ui/files/save-file.ts';
import { formatPrintedDate } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from './own-data.module.css';

/** Saves a table's figures, one row a figure. */
function saveTable({ name, indicators }: OwnTable): void {
  saveCsv(name.replace(/\.[a-z]+$/i, ''), [
    ['adcode', 'indicator', 'unit', 'year', 'value'],
    ...indicators.flatMap(({ name: indicator, unit, series }) =>
      series.flatMap(({ year, codes, values }) =>
        codes.map((code, at) => [code, indicator, unit, year, values[at] ?? null]),
      ),
    ),
  ]);
}

/** The tables that are in the project already, each to be taken out. */
export function OwnTables() {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const tables = useProject(({ ownTables }) => ownTables);
  if (tables.length === 0) return null;
  return (
    <section aria-label={t('own.tables')}>
      <h3 className={classes.head}>{t('own.tables')}</h3>
      <ul className={classes.tables}>
        {tables.map((table, index) => (
          <li key={table.id}>
            <span>
              {table.name} · {formatPrintedDate(table.importedOn, language)} ·{' '}
              {listed(
                table.indicators.map(({ name }) => name),
                language,
              )}
            </span>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('own.removeLabel', { name: table.name })}
              onClick={() => dispatch(removeOwnTable(projectStore.getState().document, index))}
            >
              {t('own.remove')}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => saveTable(table)}>
              CSV
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
