import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { History } from '#state/history.ts';
import { projectStore } from '#state/store.ts';

/** The step that led from one history to another was taken back or repeated; `null` = neither. */
export function stepBetween(
  before: History,
  after: History,
): { readonly kind: 'undone' | 'redone'; readonly verb: string } | null {
  const grown = after.past.length - before.past.length;
  const left = after.future.length - before.future.length;
  const undone = after.future.at(-1);
  if (grown === -1 && left === 1 && undone !== undefined)
    return { kind: 'undone', verb: undone.command.verb };
  const next = before.future.at(-1);
  if (grown === 1 && left === -1 && next !== undefined && after.past.at(-1)?.command === next.command)
    return { kind: 'redone', verb: next.command.verb };
  return null;
}

/** Tells assistive technology which step undo took back or redo repeated. */
export function StepAnnouncer() {
  const { t } = useTranslation(['app', 'commands']);
  const [step, setStep] = useState<(ReturnType<typeof stepBetween> & { readonly count: number }) | null>(
    null,
  );
  useEffect(
    () =>
      projectStore.subscribe(({ history }, before) => {
        const taken = history === before.history ? null : stepBetween(before.history, history);
        if (taken !== null) setStep((last) => ({ ...taken, count: (last?.count ?? 0) + 1 }));
      }),
    [],
  );
  return (
    <VisuallyHidden role="status" data-testid="step">
      {/* A new element each time: the same step twice is read twice. */}
      {step !== null && (
        <span key={step.count}>
          {t(step.kind, { step: t(`commands:${step.verb}` as 'commands:set-rail-year') })}
        </span>
      )}
    </VisuallyHidden>
  );
}
