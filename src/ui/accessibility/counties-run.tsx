import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/number-format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { RunStatus } from '../panels/run-status.tsx';

/** How many counties' accessibility is computed, with a way to give it up. */
export function CountiesRun({
  progress,
  onCancel,
}: {
  /** `total` may not be known yet. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation(['accessibility', 'terms']);
  const language = useLanguage();
  return (
    <RunStatus
      words={
        progress.total > 0
          ? t('computing', {
              done: formatNumber(progress.done, language),
              total: formatNumber(progress.total, language),
            })
          : t('run.starting', { ns: 'terms' })
      }
      action={{ label: t('run.cancel', { ns: 'terms' }), onClick: onCancel }}
      progress={progress}
    />
  );
}
