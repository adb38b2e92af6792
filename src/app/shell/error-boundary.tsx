import { Button, Group } from '@mantine/core';
import { Component, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  const [copied, setCopied] = useState(false);
  const isMissing = isMissingPart(error);
  const details = [
    `${error.name}: ${error.message}`,
    `place: ${place}`,
    `address: ${location.href}`,
    `browser: ${navigator.userAgent}`,
    error.stack ?? '',
  ].join('\n');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(details);
      setCopied(true);
    } catch {
      // Without leave to copy the details still stand below, to be selected by hand.
      setCopied(false);
    }
  };
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
        <Button variant="default" onClick={() => void copy()}>
          {copied ? t('crash.copied') : t('crash.copy')}
        </Button>
      </Group>
      <details className={classes.more}>
        <summary>{t('crash.details')}</summary>
        <pre className={classes.details}>{details}</pre>
      </details>
    </div>
  );
}
