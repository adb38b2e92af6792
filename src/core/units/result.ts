/**
 * An expected failure: a value, not an exception. `reason` is a stable code for programs and translations,
 * `message` an English sentence that says what is wrong, `nextStep` one that says what the person can do.
 */
export interface Failure<Reason extends string = string> {
  readonly reason: Reason;
  readonly message: string;
  readonly nextStep: string;
  /** Values that a translated sentence can put in, e.g. `{ place: '成都', minutes: 500 }`. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Either a value or a {@link Failure}; bugs still throw. */
export type Result<Value, Reason extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure<Reason> };

/** Wraps a value as a success. */
export function succeed<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

/** Wraps a failure. */
export function fail<Reason extends string>(failure: Failure<Reason>): Result<never, Reason> {
  return { ok: false, failure };
}
