import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { railSourcesInUse } from '#core/network/rail-source.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';
import { apart } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';

/** Which timetables of a person's own stand behind times by train; `null` where all rides are embedded. */
export function useOwnRides(): string | null {
  const { t } = useTranslation('structure');
  const language = useLanguage();
  const { rail } = useStore(addedTravelData);
  const { railSources, embeddedReplaced } = railSourcesInUse(rail);
  if (railSources.length === 0) return null;
  return t(embeddedReplaced ? 'ties.ownRailInstead' : 'ties.ownRailBeside', {
    names: apart(railSources, language),
  });
}
