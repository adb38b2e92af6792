import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/units/result.ts';
import { Notice } from '#ui/panels/notice.tsx';

const FAILURES = [
  'file-empty',
  'file-too-large',
  'file-binary',
  'file-encoding',
  'file-old-excel',
  'workbook-damaged',
  'workbook-bomb',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
] as const;

/** Why a table could not be read, and what to do: in the language of the page where it has words for it. */
export function ImportFailure({ failure: { reason, message, nextStep } }: { readonly failure: Failure }) {
  const { t } = useTranslation(['integration']);
  const known = FAILURES.find((each) => each === reason);
  return (
    <Notice kind="failed" title={known === undefined ? message : t(`own.failure.${known}`)}>
      {known === undefined ? nextStep : t(`own.failureNext.${known}`)}
    </Notice>
  );
}
