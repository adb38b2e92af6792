import { useTranslation } from 'react-i18next';
import { useArtefact } from '#state/atlas-data.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { measureWords, type MeasureWords } from './measure-words.ts';

/** Words for measures in the person's language. */
export function useMeasureWords(): MeasureWords {
  const { t } = useTranslation(['integration', 'terms']);
  return measureWords(t, useLanguage(), useArtefact('sources'));
}
