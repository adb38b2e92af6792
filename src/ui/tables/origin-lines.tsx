import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { originWords } from '../i18n/origin-words.ts';
import { apart } from '../i18n/punctuation.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { notedSource } from './noted-source.ts';

/** Where data come from, as the manifest says it. */
export interface Origin {
  readonly attribution: string;
  readonly vintage: string;
}

/** The sources of a table in one line, each once, with their years, after the note on it; empty where neither is known. */
export function useSourceLine(): (origins: readonly Origin[], note?: string) => string {
  const { t } = useTranslation('tables');
  const language = useLanguage();
  return (origins, note = '') => {
    const lines = new Set(
      origins.map(({ attribution, vintage }) =>
        apart(
          [attribution, vintage].filter((part) => part !== '').map((part) => originWords(part, language)),
          language,
        ),
      ),
    );
    lines.delete('');
    const sources = lines.size === 0 ? '' : t('sourceLine', { sources: [...lines].join(' · ') });
    return notedSource(note, sources, language);
  };
}

/** The sources under a table. */
export function OriginLines({
  origins,
  note = '',
}: {
  readonly origins: readonly Origin[];
  /** What must be said of the figures besides where they are from. */
  readonly note?: string;
}) {
  const line = useSourceLine()(origins, note);
  if (line === '') return null;
  return (
    <Text size="xs" c="var(--atlas-muted)" mt={8}>
      {line}
    </Text>
  );
}
