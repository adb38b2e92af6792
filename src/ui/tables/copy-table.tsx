import { Popover, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvCell } from '../files/save-file.ts';
import { tabText } from '../files/tab-text.ts';
import { formatNumber } from '../format/number-format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useSourceLine, type Origin } from './origin-lines.tsx';
import { useTableWords, type WordOf } from './use-table-words.ts';

/** Copies a table in the page's words with its sources, to be pasted into a spreadsheet; says what came of it. */
export function CopyTable({
  title,
  rows,
  origins,
  note,
  wordOf,
  className,
}: {
  readonly title: string;
  /** Head and rows; asked for when they are wanted. */
  readonly rows: () => readonly (readonly CsvCell[])[];
  readonly origins: () => readonly Origin[];
  /** What must be said of the figures besides where they are from. */
  readonly note?: string;
  readonly wordOf?: WordOf | undefined;
  readonly className?: string | undefined;
}) {
  const { t } = useTranslation('tables');
  const language = useLanguage();
  const words = useTableWords();
  const sourceLine = useSourceLine();
  const [said, setSaid] = useState<{ readonly text: string; readonly isDenied: boolean } | null>(null);
  const copy = async () => {
    const worded = words.worded(rows(), wordOf);
    if (worded.length < 2) {
      setSaid({ text: t('empty'), isDenied: true });
      return;
    }
    try {
      await navigator.clipboard.writeText(tabText(worded, sourceLine(origins(), note)));
      setSaid({
        text: t('copy.done', { rows: formatNumber(worded.length - 1, language) }),
        isDenied: false,
      });
    } catch {
      setSaid({ text: t('copy.denied'), isDenied: true });
    }
  };
  return (
    <>
      <Popover
        opened={said !== null}
        onChange={(isOpen) => !isOpen && setSaid(null)}
        width={240}
        shadow="md"
        withRoles={false}
      >
        <Popover.Target>
          <button
            type="button"
            className={className}
            aria-label={t('copy.label', { title })}
            // The innermost closes first: Esc takes the slip away, and leaves a dialog around it open.
            data-mantine-stop-propagation={said !== null || undefined}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || said === null) return;
              event.preventDefault();
              setSaid(null);
            }}
            onBlur={() => setSaid(null)}
            onClick={(event) => {
              // Not every browser gives a clicked button the focus.
              event.currentTarget.focus();
              void copy();
            }}
          >
            {t('copy.copy')}
          </button>
        </Popover.Target>
        <Popover.Dropdown fz={12}>
          <span role={said?.isDenied === true ? 'alert' : undefined}>{said?.text}</span>
        </Popover.Dropdown>
      </Popover>
      <VisuallyHidden role="status">{said?.isDenied === false ? said.text : ''}</VisuallyHidden>
    </>
  );
}
