import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/units/result.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';

/** What a person can do about a failed circle. */
export type CircleRemedy = 'retry' | 'pick' | 'parameters';

/**
 * The way on from a failure: another origin where the place is the trouble, the parameters where they are, and to try again
 * only where the same question can have another answer.
 */
export function remedyOf({ reason }: Pick<Failure, 'reason'>): CircleRemedy {
  switch (reason) {
    case 'origin-not-on-land':
    case 'no-station':
    case 'unknown-place':
      return 'pick';
    case 'parameter-out-of-range':
      return 'parameters';
    default:
      return 'retry';
  }
}

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
