import { useTranslation } from 'react-i18next';
import type { ImportReading } from '#data/import/import-reading.ts';
import { NUMBER_READINGS } from '#data/import/read-number.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { apart, listed, sentenceGap } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from './own-data.module.css';
import { usePlaceName } from './use-place-name.ts';

/** What was understood, in one sentence each. */
export function ImportUnderstood({ reading }: { readonly reading: ImportReading }) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const { rows, cells, encoding, blockers, formerNames, understood } = reading;
  const nameOf = usePlaceName();
  const gap = sentenceGap(language);
  const whole = (count: number) => formatNumber(count, language);
  const readAs = NUMBER_READINGS.flatMap((how) => {
    const count = understood[how] ?? 0;
    return count === 0 ? [] : [t(`own.understoodAs.${how}`, { cells: whole(count) })];
  });
  return (
    <div role="status" data-testid="import-reading">
      <p className={classes.note}>
        {t('own.rows', {
          total: whole(rows.total),
          kept: whole(rows.kept),
          leftOut: whole(rows.leftOut),
        })}
        {gap}
        {t('own.cells', {
          total: whole(cells.total),
          values: whole(cells.values),
          missing: whole(cells.missing),
          problems: whole(cells.problems),
        })}
        {encoding !== null && `${gap}${t('own.encoding', { encoding: encoding.toUpperCase() })}`}
        {readAs.length > 0 && `${gap}${t('own.understood', { list: apart(readAs, language) })}`}
        {formerNames.length > 0 &&
          `${gap}${t('own.former', {
            list: listed(
              formerNames.map(({ text, adcode }) =>
                t('own.formerOne', { former: text, present: nameOf(adcode) }),
              ),
              language,
            ),
          })}`}
      </p>
      {blockers.map((blocker) => (
        <p key={blocker} className={classes.blocker}>
          {t(`own.blocker.${blocker}`)}
        </p>
      ))}
    </div>
  );
}
