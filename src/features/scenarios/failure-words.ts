import type { TFunction } from 'i18next';
import type { Failure } from '#core/units/result.ts';
import { scenariosZh } from './locales/zh-CN.ts';

type KnownReason = keyof typeof scenariosZh.failure;

function isKnown(reason: string): reason is KnownReason {
  return Object.hasOwn(scenariosZh.failure, reason);
}

/** A failure in the person's language; one without words of its own in the engine's English. */
export function failureWords(failure: Failure, t: TFunction<'scenarios'>): string {
  if (!isKnown(failure.reason)) return `${failure.message} ${failure.nextStep}`;
  // Which values a sentence needs is known only where the failure is made.
  const values: Readonly<Record<string, string | number>> = failure.values ?? {};
  return (t as (key: string, values: object) => string)(`failure.${failure.reason}`, values);
}
