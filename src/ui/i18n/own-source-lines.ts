import type { NumberLanguage } from '../format/number-format.ts';
import { apart } from './punctuation.ts';

/** Own sources by name, as `railSourcesInUse` and the readings of a circle give them. */
export interface OwnSourceNames {
  readonly railSources: readonly string[];
  readonly embeddedReplaced: boolean;
  /** Name of the raster that people are counted from; `null` = the census. */
  readonly people: string | null;
}

/** Names a person's own timetables and population that figures rest on, a line each; none where all is embedded. */
export function ownSourceLines(
  { railSources, embeddedReplaced, people }: OwnSourceNames,
  language: NumberLanguage,
  t: (
    key: 'own.railInstead' | 'own.railBeside' | 'own.people',
    options: { readonly names: string },
  ) => string,
): readonly string[] {
  return [
    ...(railSources.length === 0
      ? []
      : [
          t(embeddedReplaced ? 'own.railInstead' : 'own.railBeside', { names: apart(railSources, language) }),
        ]),
    ...(people === null ? [] : [t('own.people', { names: people })]),
  ];
}
