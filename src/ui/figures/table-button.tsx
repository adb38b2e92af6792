import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvCell } from '../files/save-file.ts';
import type { Origin } from '../tables/origin-lines.tsx';
import type { WordOf } from '../tables/use-table-words.ts';

// A dialog of its own is only loaded when one is opened.
const FigureTableDialog = lazy(async () => ({
  default: (await import('./figure-table.tsx')).FigureTableDialog,
}));

/** A table behind a figure. */
export interface TableOfFigure {
  readonly title: string;
  /** What its figures are, where the title does not say it: the indicator, the year, that they are modelled. */
  readonly about?: string | undefined;
  /** Head and rows as in the figure's CSV; asked for when the table is opened. */
  readonly rows: () => readonly (readonly CsvCell[])[];
  readonly origins: () => readonly Origin[];
  readonly wordOf?: WordOf | undefined;
}

/** Opens the numbers behind a figure as a table. */
export function TableButton({
  className,
  ...figure
}: TableOfFigure & { readonly className?: string | undefined }) {
  const { t } = useTranslation('terms');
  const [isOpen, setOpen] = useState(false);
  const { title } = figure;
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={t('asTableOf', { title })}
        onClick={() => setOpen(true)}
      >
        {t('asTable')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <FigureTableDialog {...figure} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
