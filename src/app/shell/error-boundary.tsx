import { Button, Group } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyDetails, detailsOf } from './copy-details.tsx';
import classes from './error-boundary.module.css';
import { isMissingPart } from './missing-part.ts';

interface Props {
  /** Which part of the page: goes into the details. */
  readonly place: string;
  readonly children: ReactNode;
}

/** Keeps a bug in one part of the page from taking the rest along, and says what the person can do. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Crash error={error} place={this.props.place} onRetry={() => this.setState({ error: null })} />;
  }
}

function Crash({
  error,
  place,
  onRetry,
}: {
  readonly error: Error;
  readonly place: string;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation();
  const isMissing = isMissingPart(error);
  return (
    <div className={classes.crash} role="alert">
      <h2 className={classes.title}>{t(isMissing ? 'crash.missingTitle' : 'crash.title')}</h2>
      <p className={classes.body}>{t(isMissing ? 'crash.missing' : 'crash.body')}</p>
      <Group gap={8}>
        {/* A part that did not come is not asked for again before the page is loaded anew. */}
        {!isMissing && <Button onClick={onRetry}>{t('crash.retry')}</Button>}
        <Button variant={isMissing ? 'filled' : 'default'} onClick={() => location.reload()}>
          {t('crash.reload')}
        </Button>
        <CopyDetails error={error} place={place} />
      </Group>
      <details className={classes.more}>
        <summary>{t('crash.details')}</summary>
        <pre className={classes.details}>{detailsOf(error, place)}</pre>
      </details>
    </div>
  );
}
