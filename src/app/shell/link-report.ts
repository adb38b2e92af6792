import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { DroppedUrlPart } from '#state/url-state.ts';

/** Longest piece of a broken part that is quoted. */
const QUOTED_CHARACTERS = 40;

/** Says which parts of a link could not be read. */
export function reportDroppedLinkParts(dropped: readonly DroppedUrlPart[]): void {
  const isNewer = dropped.some(({ reason }) => reason === 'newer-version');
  const parts = dropped
    .filter(({ reason }) => reason !== 'newer-version')
    .map(({ key, text }) => (text.startsWith(key) ? text : `${key}=${text}`).slice(0, QUOTED_CHARACTERS))
    .join(', ');
  const t = i18next.getFixedT(null, 'app');
  notifications.show({
    id: 'broken-link',
    title: t('link.title'),
    message: [isNewer ? t('link.newer') : null, parts === '' ? null : t('link.body', { parts })]
      .filter(Boolean)
      .join(' '),
    color: 'yellow',
    autoClose: 12_000,
    withBorder: true,
  });
}
