import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportProblem } from '#data/import/import-reading.ts';
import { saveCsv } from '#ui/files/save-file.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed, listed } from '#ui/i18n/punctuation.ts';
import classes from './own-data.module.css';
import { usePlaceName } from './use-place-name.ts';

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
  const language = useLanguage();
  const nameOf = usePlaceName();
  const wordsOf = ({ reason, about }: ImportProblem): string => {
    const places = about.match(/\b\d{6}\b/g) ?? [];
    const year = /^(\d{4}) /.exec(about)?.[1] ?? '';
    return t(`own.problem.${reason === 'no-year' && about !== '' ? 'bad-year' : reason}`, {
      about: places.length === 0 ? about : listed(places.map(nameOf), language),
      year,
    });
  };
  if (problems.length === 0) return null;
  return (
    <section aria-label={t('own.problems')}>
      <h3 className={classes.head}>
        {t('own.problems')}
        {bracketed(problems.length + more, language)}{' '}
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() =>
            saveCsv('problems', [
              ['row', 'column', 'text', 'reason'],
              ...problems.map((problem) => [problem.row, problem.column, problem.text, wordsOf(problem)]),
            ])
          }
        >
          CSV
        </Button>
      </h3>
      <table className={classes.problems}>
        <tbody>
          {problems.slice(0, SHOWN).map((problem) => (
            <tr key={`${problem.row}-${problem.column}-${problem.reason}`}>
              <td>{t('own.cell', { row: problem.row, column: problem.column })}</td>
              <td>{problem.text}</td>
              <td>{wordsOf(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
