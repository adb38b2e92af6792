import { Button, FileButton, Group, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Notice } from '#ui/panels/notice.tsx';
import classes from '../circles.module.css';
import type { ImportRun } from './import-run.ts';
import { ProblemRows } from './problem-rows.tsx';
import { useImportFailure } from './use-import-failure.ts';

/** Choosing a file, its progress with cancel, and what went wrong. */
export function ImportBox({
  label,
  accept,
  run,
  onFile,
  onCancel,
  before,
  children,
}: {
  readonly label: string;
  readonly accept: string;
  readonly run: ImportRun;
  readonly onFile: (file: File) => void;
  readonly onCancel: () => void;
  /** What governs the reading and is to be chosen before the file. */
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('circles');
  const textOf = useImportFailure();
  const failure = run.failure === null ? null : textOf(run.failure);
  return (
    <>
      {before}
      <Group gap={8} mt={8}>
        <FileButton
          accept={accept}
          inputProps={{ 'aria-label': label }}
          onChange={(file) => {
            if (file !== null) onFile(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" size="xs" disabled={run.share !== null}>
              {label}
            </Button>
          )}
        </FileButton>
        {run.share !== null && (
          <Button variant="default" size="xs" onClick={onCancel}>
            {t('data.cancel')}
          </Button>
        )}
      </Group>
      {children}
      {run.share !== null && <Progress mt={8} value={run.share * 100} aria-label={t('data.progress')} />}
      {failure !== null && (
        <div className={classes.said}>
          <Notice kind="failed" title={failure.message}>
            {failure.nextStep}
          </Notice>
        </div>
      )}
      {run.problems !== null && run.problems.count > 0 && (
        <>
          <p className={classes.label}>{t('data.problems', { count: run.problems.count })}</p>
          <ProblemRows problems={run.problems} />
        </>
      )}
    </>
  );
}
