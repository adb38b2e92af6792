import { Button, CloseButton, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ArtefactStatus } from '#state/artefact-store.ts';
import { ARTEFACT_FILES, type ArtefactId } from '#data/artefact-values.ts';
import { atlasData } from '#state/atlas-data.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from './data-notices.module.css';
import { useFailureText } from './use-failure-text.ts';

const KIB = 1024;
const ARTEFACT_IDS = Object.keys(ARTEFACT_FILES) as readonly ArtefactId[];

/** What is loading, and what failed with a way to go on, at the top of the map. */
export function DataNotices() {
  const status = useStore(atlasData, (store) => store.status);
  const entries = ARTEFACT_IDS.map((id) => [id, status[id]] as const);
  const loading = entries.filter(
    (entry): entry is readonly [ArtefactId, Extract<ArtefactStatus, { kind: 'loading' }>] =>
      entry[1]?.kind === 'loading',
  );
  const failed = entries.filter(
    (entry): entry is readonly [ArtefactId, Extract<ArtefactStatus, { kind: 'failed' }>] =>
      entry[1]?.kind === 'failed',
  );
  return (
    <div className={classes.notices} aria-live="polite">
      {failed.length > 0 && <Failed key={failed.map(([id]) => id).join()} failed={failed} />}
      {loading.length > 0 && <Loading loading={loading} />}
    </div>
  );
}

function Loading({
  loading,
}: {
  readonly loading: readonly (readonly [ArtefactId, Extract<ArtefactStatus, { kind: 'loading' }>])[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const kib = (bytes: number) => `${formatNumber(bytes / KIB, language)} KB`;
  const received = loading.reduce((sum, [, { receivedBytes }]) => sum + receivedBytes, 0);
  const total = loading.reduce((sum, [, { totalBytes }]) => sum + (totalBytes ?? 0), 0);
  const knowsTotal = loading.every(([, { totalBytes }]) => totalBytes !== null);
  return (
    <div className={classes.slip} data-kind="loading">
      <p className={classes.line}>
        <span>{t('data.loading')}</span>
        <span className={classes.file}>
          {loading
            .map(([id]) => t(`file.${id}`))
            .slice(0, 2)
            .join(' · ')}
          {loading.length > 2 && ' …'}
        </span>
        <span>{knowsTotal ? `${kib(received)} / ${kib(total)}` : kib(received)}</span>
      </p>
      <Progress
        size={2}
        radius={0}
        value={knowsTotal && total > 0 ? (received / total) * 100 : 100}
        animated={!knowsTotal}
        aria-label={t('data.loading')}
      />
    </div>
  );
}

function Failed({
  failed,
}: {
  readonly failed: readonly (readonly [ArtefactId, Extract<ArtefactStatus, { kind: 'failed' }>])[];
}) {
  const { t } = useTranslation();
  const textOf = useFailureText();
  const [isClosed, setIsClosed] = useState(false);
  // The same trouble with several files is one sentence.
  const reasons = [...new Set(failed.map(([, { failure }]) => failure.reason))];
  const groups = reasons.map((reason) =>
    failed.filter(([, { failure }]) => failure.reason === reason).map(([id]) => id),
  );
  const retryAll = () => {
    for (const [id] of failed) atlasData.getState().retry(id);
  };
  if (isClosed)
    return (
      <Button variant="default" className={classes.rest ?? ''} onClick={() => setIsClosed(false)}>
        {t('data.failedTitle')}
      </Button>
    );
  return (
    <section className={classes.slip} data-kind="failed" role="alert">
      <header className={classes.head}>
        <h2 className={classes.title}>{t('data.failedTitle')}</h2>
        <CloseButton size="sm" aria-label={t('inspector.close')} onClick={() => setIsClosed(true)} />
      </header>
      {groups.map((ids) => {
        const failure = failed.find(([id]) => id === ids[0])?.[1].failure;
        if (failure === undefined) return null;
        const { message, nextStep } = textOf(
          failure,
          ids.map((id) => t(`file.${id}`)).join(t('listSeparator')),
        );
        return (
          <p key={ids.join()} className={classes.reason}>
            {message} <span className={classes.next}>{nextStep}</span>
          </p>
        );
      })}
      <p className={classes.meanwhile}>{t('data.meanwhile')}</p>
      <Button onClick={retryAll}>{failed.length > 1 ? t('data.retryAll') : t('data.retry')}</Button>
    </section>
  );
}
