import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CirclesState } from '#state/document/circles-state.ts';

type Definition = Pick<CirclesState, 'mode' | 'preset' | 'parameters' | 'closedLinks'>;

/** Says in one line what a figure was computed with: mode, time of day, changed parameters, closed links. */
export function definitionWords(
  { mode, preset, parameters, closedLinks }: Definition,
  t: TFunction<['circles', 'terms']>,
): string {
  const changed = Object.keys(parameters).length;
  return [
    t(`mode.${mode}`, { ns: 'terms' }),
    t(`traffic.${preset}`, { ns: 'terms' }),
    ...(changed > 0 ? [t('changed', { count: changed })] : []),
    ...(closedLinks.length > 0 ? [t('closedCount', { count: closedLinks.length })] : []),
  ].join(' · ');
}

/** {@link definitionWords} in the language of the page. */
export function useDefinition(): (circles: Definition) => string {
  const { t } = useTranslation(['circles', 'terms']);
  return (circles) => definitionWords(circles, t);
}
