import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/units/result.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';

const TRANSLATED = [
  'origin-not-on-land',
  'no-station',
  'no-way',
  'unknown-place',
  'parameter-out-of-range',
  'artefact-altered',
  'artefact-unreachable',
] as const;

/** A failure of the engine in the person's language; reasons without words of their own say that it failed. */
export function useCircleFailure(): (failure: Failure) => { message: string; nextStep: string } {
  const { t } = useTranslation('circles');
  return (failure) => {
    const reason = TRANSLATED.find((each) => each === failure.reason);
    if (reason === undefined) return computationWords(failure);
    return {
      message: t(`failure.${reason}`, {
        place: failure.values?.['place'] ?? '',
        minutes: failure.values?.['minutes'] ?? '',
      }),
      nextStep: t(`failure.${reason}-next`),
    };
  };
}
