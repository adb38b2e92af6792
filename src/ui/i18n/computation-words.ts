import i18next from 'i18next';
import type { Failure } from '#core/units/result.ts';

/**
 * A failed computation in the person's language, where the reason has no words of its own (a worker that stopped, an input
 * that the page never makes): the engine's sentences are English, and stay so in English only.
 */
export function computationWords({ message, nextStep }: Pick<Failure, 'message' | 'nextStep'>): {
  readonly message: string;
  readonly nextStep: string;
} {
  return i18next.language === 'en'
    ? { message, nextStep }
    : {
        message: i18next.t('computationFailed', { ns: 'terms' }),
        nextStep: i18next.t('computationFailedNext', { ns: 'terms' }),
      };
}
