import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DroppedUrlPart } from '#state/link/url-state.ts';
import { reportDroppedLinkParts, useDroppedLinkParts } from './dropped-link-parts.ts';
import { Slip } from './slip.tsx';

/** Longest piece of a broken part that is quoted. */
const QUOTED_CHARACTERS = 40;

function shortened(part: string): string {
  return part.length > QUOTED_CHARACTERS ? `${part.slice(0, QUOTED_CHARACTERS - 1)}…` : part;
}

/** The slip about a broken link, at the top of the page; it comes with the first such link. */
export function LinkReport() {
  const { t } = useTranslation();
  const dropped = useDroppedLinkParts((report) => report.dropped);
  if (dropped.length === 0) return null;
  const isNewer = dropped.some(({ reason }) => reason === 'newer-version');
  const quoted = (wanted: (reason: DroppedUrlPart['reason']) => boolean) =>
    dropped
      .filter(({ reason }) => wanted(reason))
      .map(({ key, text }) => shortened(text.startsWith(key) ? text : `${key}=${text}`));
  const parts = quoted((reason) => reason !== 'newer-version' && reason !== 'not-here');
  const elsewhere = quoted((reason) => reason === 'not-here');
  return (
    <Slip
      title={t('link.title')}
      body={[
        ...(isNewer ? [t('link.newer')] : []),
        ...(parts.length > 0 ? [t('link.body', { parts: parts.join(t('listSeparator')) })] : []),
        ...(elsewhere.length > 0 ? [t('link.notHere', { parts: elsewhere.join(t('listSeparator')) })] : []),
      ]}
    >
      <CloseButton size="sm" aria-label={t('inspector.close')} onClick={() => reportDroppedLinkParts([])} />
    </Slip>
  );
}
