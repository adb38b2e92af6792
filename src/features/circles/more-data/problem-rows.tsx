import { ScrollArea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProblemList } from '#data/import-problem.ts';
import classes from '../circles.module.css';

/** Rows of a file that were passed over, with file, line and what stands there. */
export function ProblemRows({ problems }: { readonly problems: ProblemList }) {
  const { t } = useTranslation('circles');
  const { shown, count } = problems;
  return (
    <ScrollArea.Autosize
      mah={180}
      type="auto"
      viewportProps={{ tabIndex: 0, 'aria-label': t('data.problemList') }}
    >
      <ul className={classes.problems} data-testid="import-problems">
        {shown.map(({ file, line, reason, detail }, index) => (
          <li key={`${file}:${line ?? 0}:${index}`}>
            {line === null ? file : t('data.at', { file, line })} · {t(`data.reason.${reason}`)}
            {detail !== '' && ` · ${detail}`}
          </li>
        ))}
        {count > shown.length && <li>{t('data.moreProblems', { count: count - shown.length })}</li>}
      </ul>
    </ScrollArea.Autosize>
  );
}
