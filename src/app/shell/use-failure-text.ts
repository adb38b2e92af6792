import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/units/result.ts';

/** Reasons of failed downloads and files → their words; anything else is shown in the failure's own English. */
const WORDS: Readonly<Record<string, 'network' | 'not-found' | 'malformed' | 'altered'>> = {
  'artefact-unreachable': 'network',
  'artefact-missing': 'not-found',
  'artefact-altered': 'altered',
  'malformed-artefact': 'malformed',
  'unsupported-artefact-version': 'malformed',
  'artefact-threw': 'malformed',
};

/** Gives a failure's message and next step in the person's language. */
export function useFailureText(): (failure: Failure, file: string) => { message: string; nextStep: string } {
  const { t } = useTranslation();
  return (failure, file) => {
    const words = Object.hasOwn(WORDS, failure.reason) ? WORDS[failure.reason] : undefined;
    if (words === undefined) return { message: failure.message, nextStep: failure.nextStep };
    return { message: t(`failure.${words}`, { file }), nextStep: t(`failure.${words}-next`) };
  };
}
