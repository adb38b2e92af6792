import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from './notice.tsx';
import { RunStatus } from './run-status.tsx';
import { SaidWhenDone } from './said-when-done.tsx';

/** How far a run is; `total` may not be known yet. */
interface Done {
  readonly done: number;
  readonly total: number;
}

/** Ranges as they are asked for, how that stands, and what changes it. */
export interface RangesAsked {
  readonly isWanted: boolean;
  readonly onSwitch: (isWanted: boolean) => void;
  /** `null` while no run is under way. */
  readonly progress: Done | null;
  readonly isGivenUp: boolean;
  /** Why there are none, in words; `null` = nothing went wrong. */
  readonly failure: { readonly message: string; readonly nextStep: string } | null;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
}

/** Ranges that figures come with if a person wants them: whether they do, how far their run is, and why there are none. */
export function RangesRun({
  what,
  label,
  asked: { isWanted, onSwitch, progress, isGivenUp, failure, onCancel, onRetry },
  computing,
  hasRanges,
}: {
  /** What the ranges are of, for assistive technology. */
  readonly what: string;
  readonly label: string;
  readonly asked: RangesAsked;
  /** How far a run is, in words. */
  readonly computing: (progress: Done) => string;
  readonly hasRanges: boolean;
}) {
  const { t } = useTranslation('terms');
  return (
    <>
      <Switch
        mt={12}
        label={label}
        checked={isWanted}
        onChange={(event) => {
          if (event.currentTarget.checked) onRetry();
          onSwitch(event.currentTarget.checked);
        }}
      />
      {progress !== null && (
        <RunStatus
          words={progress.total > 0 ? computing(progress) : t('run.starting')}
          action={{ label: t('run.cancel'), onClick: onCancel }}
          progress={progress}
        />
      )}
      <SaidWhenDone what={what} isBusy={progress !== null} hasResult={hasRanges} />
      {isWanted && isGivenUp && progress === null && failure === null && (
        <RunStatus words={t('run.givenUp')} action={{ label: t('run.compute'), onClick: onRetry }} />
      )}
      {isWanted && failure !== null && (
        <Notice kind="failed" title={failure.message} action={{ label: t('run.retry'), onClick: onRetry }}>
          {failure.nextStep}
        </Notice>
      )}
    </>
  );
}
