import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useArtefact } from '#state/atlas-data.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { measureWords, type MeasureWords } from './measure-words.ts';

/** Words for measures in the person's language; the same object as long as language and sources are the same. */
export function useMeasureWords(): MeasureWords {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const sources = useArtefact('sources');
  return useMemo(() => measureWords(t, language, sources), [t, language, sources]);
}
