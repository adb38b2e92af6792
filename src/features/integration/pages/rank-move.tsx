import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../integration.module.css';

/** How many places an agglomeration rises or falls under a scenario; nothing where its place stays. */
export function RankMove({ from, to }: { readonly from: number | null; readonly to: number | null }) {
  const { t } = useTranslation(['integration']);
  if (from === null || to === null || from === to) return null;
  const words = t('scenarioSide.rankWas', { rank: from });
  return (
    <span className={classes.muted} title={words}>
      <span aria-hidden="true">
        {to < from ? '↑' : '↓'}
        {Math.abs(to - from)}
      </span>
      <VisuallyHidden component="span">{words}</VisuallyHidden>{' '}
    </span>
  );
}
