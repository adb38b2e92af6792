import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What somebody who mends the program must know about a fault. */
export function detailsOf(error: Error, place: string): string {
  return [
    `${error.name}: ${error.message}`,
    `place: ${place}`,
    `address: ${location.href}`,
    `browser: ${navigator.userAgent}`,
    error.stack ?? '',
  ].join('\n');
}

/** Copies the details of a fault. */
export function CopyDetails({ error, place }: { readonly error: Error; readonly place: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(detailsOf(error, place));
      setCopied(true);
    } catch {
      // Without leave to copy nothing is lost: where there is room the details stand below, to be selected by hand.
      setCopied(false);
    }
  };
  return (
    <Button variant="default" onClick={() => void copy()} aria-live="polite">
      {copied ? t('crash.copied') : t('crash.copy')}
    </Button>
  );
}
