import type { NumberLanguage } from '../format/number-format.ts';

/** A note on a table as a sentence before the line of its sources; either may be empty. */
export function notedSource(note: string, sources: string, language: NumberLanguage): string {
  if (note === '' || sources === '') return note + sources;
  const sentence = note.replace(/[。.]$/u, '');
  return language === 'en' ? `${sentence}. ${sources}` : `${sentence}。${sources}`;
}
