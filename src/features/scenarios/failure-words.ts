import type { TFunction } from 'i18next';
import type { Failure } from '#core/units/result.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';
import { scenariosZh } from './locales/zh-CN.ts';

type KnownReason = keyof typeof scenariosZh.failure;

function isKnown(reason: string): reason is KnownReason {
  return Object.hasOwn(scenariosZh.failure, reason);
}

/** A failure in the person's language; one without words of its own says that it failed. */
export function failureWords(failure: Failure, t: TFunction<'scenarios'>): string {
  if (!isKnown(failure.reason)) {
    const { message, nextStep } = computationWords(failure);
    return `${message} ${nextStep}`;
  }
  // Which values a sentence needs is known only where the failure is made.
  const values: Readonly<Record<string, string | number>> = failure.values ?? {};
  return (t as (key: string, values: object) => string)(`failure.${failure.reason}`, values);
}
