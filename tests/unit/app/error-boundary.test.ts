import { describe, expect, it } from 'vitest';
import { isMissingPart } from '../../../src/app/shell/missing-part.ts';

describe('a part that did not come', () => {
  it('is told from a fault, in the words of each browser', () => {
    for (const message of [
      'Failed to fetch dynamically imported module: https://example.org/assets/a.js',
      'error loading dynamically imported module: https://example.org/assets/a.js',
      'Importing a module script failed.',
      'Unable to preload CSS for /assets/a.css',
    ])
      expect(isMissingPart(new TypeError(message))).toBe(true);
    expect(isMissingPart(new TypeError('x is not a function'))).toBe(false);
  });
});
