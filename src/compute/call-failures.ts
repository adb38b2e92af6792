import type { Failure } from '#core/units/result.ts';

/** A bug in the worker: the computation threw. */
export function threw(operation: string, detail: string): Failure<'worker-threw'> {
  return {
    reason: 'worker-threw',
    message: `The computation "${operation}" failed: ${detail.split('\n')[0]}`,
    nextStep: 'Undo the last change and try again; if it happens again, report it with what you did.',
    values: { operation, detail },
  };
}

/** The worker died under a call, and its successor too. */
export function crashed(operation: string, detail: string): Failure<'worker-crashed'> {
  return {
    reason: 'worker-crashed',
    message: `The computing worker stopped twice during "${operation}".`,
    nextStep: 'Reload the page; if it happens again, try a smaller task (fewer origins, a shorter budget).',
    values: { operation, detail },
  };
}
