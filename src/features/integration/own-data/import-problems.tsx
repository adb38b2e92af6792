import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportProblem } from '#data/import/import-reading.ts';
import { saveCsv } from '#ui/files/save-file.ts';
import classes from './own-data.module.css';

/** Rows shown here; the CSV has them all. */
const SHOWN = 30;

/** What could not be taken, row by row, with why; the rest is kept. */
export function ImportProblems({
  problems,
  more,
}: {
  readonly problems: readonly ImportProblem[];
  readonly more: number;
}) {
  const { t } = useTranslation(['integration']);
  if (problems.length === 0) return null;
  return (
    <section aria-label={t('own.problems')}>
      <h3 className={classes.head}>
        {t('own.problems')} ({problems.length + more}){' '}
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() =>
            saveCsv('problems', [
              ['row', 'column', 'text', 'reason'],
              ...problems.map(({ row, column, text, reason, about }) => [
                row,
                column,
                text,
                t(`own.problem.${reason}`, { about }),
              ]),
            ])
          }
        >
          CSV
        </Button>
      </h3>
      <table className={classes.problems}>
        <tbody>
          {problems.slice(0, SHOWN).map(({ row, column, text, reason, about }) => (
            <tr key={`${row}-${column}-${reason}`}>
              <td>{t('own.cell', { row, column })}</td>
              <td>{text}</td>
              <td>{t(`own.problem.${reason}`, { about })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
