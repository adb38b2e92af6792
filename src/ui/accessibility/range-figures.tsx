import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#core/accessibility/opportunity.ts';
import type { AccessibilityUncertainty } from '#core/uncertainty/accessibility-uncertainty.ts';
import type { TableOfFigure } from '../figures/table-button.tsx';
import { TableTools } from '../figures/table-tools.tsx';
import type { CsvCell } from '../files/save-file.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { WordedRows } from '../tables/worded-rows.tsx';
import { rangeFileRows, rangeRows } from './range-rows.ts';
import classes from './range-figures.module.css';

/** What nine draws in ten of a region's accessibility lie between, at present or before and under a scenario. */
export function AccessibilityRangeFigures({
  answer,
  opportunity,
  origins,
  origin,
}: {
  readonly answer: AccessibilityUncertainty;
  readonly opportunity: Opportunity;
  readonly origins: TableOfFigure['origins'];
  /** What a saved file says of where it is from. */
  readonly origin: () => readonly (readonly CsvCell[])[];
}) {
  const { t } = useTranslation('accessibility');
  const language = useLanguage();
  const isChange = answer.change !== null;
  const { heads, rows, residents, remark } = rangeRows(answer, opportunity, t, language);
  return (
    <div data-testid="accessibility-ranges">
      <TableTools
        title={t(isChange ? 'ranges.titleChange' : 'ranges.title')}
        fileName={isChange ? 'accessibility-change-ranges' : 'accessibility-ranges'}
        rows={() => rangeFileRows(answer)}
        origins={origins}
        origin={origin}
        isAbove
      />
      <table className={classes.table}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              // The words alone may repeat.
              // oxlint-disable-next-line react/no-array-index-key
              <th key={at} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <WordedRows rows={rows} />
      </table>
      {residents.length > 0 && (
        <table className={classes.table}>
          <WordedRows rows={residents} />
        </table>
      )}
      <p className={classes.hint}>{remark}</p>
    </div>
  );
}
