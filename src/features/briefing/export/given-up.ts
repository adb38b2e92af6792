/** Why there is no file where a person gave it up. */
export const GIVEN_UP = {
  reason: 'aborted',
  message: 'Given up.',
  nextStep: 'Start it again when wanted.',
} as const;
