import { useTranslation } from 'react-i18next';
import type { CirclesState } from '#state/document/circles-state.ts';

/** Says in one line what a figure was computed with: mode, time of day, changed parameters, closed links. */
export function useDefinition(): (
  circles: Pick<CirclesState, 'mode' | 'preset' | 'parameters' | 'closedLinks'>,
) => string {
  const { t } = useTranslation(['circles', 'terms']);
  return ({ mode, preset, parameters, closedLinks }) => {
    const changed = Object.keys(parameters).length;
    return [
      t(`mode.${mode}`, { ns: 'terms' }),
      t(`traffic.${preset}`, { ns: 'terms' }),
      ...(changed > 0 ? [t('changed', { count: changed })] : []),
      ...(closedLinks.length > 0 ? [t('closedCount', { count: closedLinks.length })] : []),
    ].join(' · ');
  };
}
