import { Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CircleOperations } from '#compute/circle-operations.ts';
import { isObsolete, type Progress as Advance } from '#compute/protocol.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import type { Failure } from '#core/units/result.ts';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { MethodLink } from '#ui/panels/method-link.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { SaidWhenDone } from '#ui/panels/said-when-done.tsx';
import classes from './circles.module.css';
import { RailSourcesUsed } from './more-data/sources-used.tsx';
import { useCircleFailure } from './use-circle-failure.ts';
import { PublishedTimes, RideErrors, WorstRides } from './validation-tables.tsx';

type Validation = CircleOperations['validation']['response'];

interface Validated {
  readonly added: AddedTravelData;
  readonly validation: Validation;
}

/** What the engine says beside what is published and observed; it depends on the data alone, so one answer is kept. */
let kept: Validated | null = null;

/** Modelled times held against published and observed ones, with their errors. */
export function ValidationPage() {
  const [attempt, setAttempt] = useState(0);
  return <ValidationRun key={attempt} onRetry={() => setAttempt(attempt + 1)} />;
}

function ValidationRun({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('circles');
  const textOf = useCircleFailure();
  const context = useArtefact('context');
  const data = useDataState(['context']);
  const added = useStore(addedTravelData);
  const [answered, setAnswered] = useState(kept);
  const { validation, added: validatedWith } = answered ?? { validation: null, added };
  const [progress, setProgress] = useState<Advance | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const published = context?.validationTimes;

  useEffect(() => {
    if (published === undefined || kept?.added === added) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    void circleWorker()
      .call('validation', { published }, { signal, onProgress: setProgress })
      .then((answer) => {
        if (signal.aborted) return;
        setProgress(null);
        if (answer.ok) {
          kept = { added, validation: answer.value };
          setAnswered(kept);
        } else if (!isObsolete(answer.failure)) setFailure(answer.failure);
      });
    return () => controller.abort();
  }, [published, added]);

  return (
    <>
      <PanelSection title={t('validation.title')}>
        <p className={classes.hint}>{t('validation.intro')}</p>
        <MethodLink page="method-travel" section={4} />
        {validation === null && failure === null && published !== undefined && (
          <div className={classes.status} role="status">
            {progress === null
              ? t('state.computing')
              : t('plans.computing', { done: progress.done, total: progress.total })}
          </div>
        )}
        {progress !== null && (
          <Progress size={3} value={(progress.done / Math.max(1, progress.total)) * 100} aria-hidden />
        )}
        <SaidWhenDone
          what={t('validation.title')}
          isBusy={progress !== null}
          hasResult={validation !== null}
        />
        {published === undefined && <DataNotice waiting={t('validation.waiting')} data={data} />}
        {failure !== null && (
          <Notice
            kind="failed"
            title={textOf(failure).message}
            action={{ label: t('state.retry'), onClick: onRetry }}
          >
            {textOf(failure).nextStep}
          </Notice>
        )}
      </PanelSection>
      {validation !== null && (
        <>
          <RailSourcesUsed rail={validatedWith.rail} />
          <RideErrors rides={validation.rides} />
          <PublishedTimes checks={validation.published} />
          <WorstRides rides={validation.rides} />
        </>
      )}
    </>
  );
}
