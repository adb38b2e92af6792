import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { originWords } from '../i18n/origin-words.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Where data come from, as the manifest says it. */
export interface Origin {
  readonly attribution: string;
  readonly vintage: string;
}

/** The sources under a table, each once, with their years. */
export function OriginLines({
  origins,
  note = '',
}: {
  readonly origins: readonly Origin[];
  /** A source of what is shown beside those of the data files. */
  readonly note?: string;
}) {
  const { t } = useTranslation('tables');
  const language = useLanguage();
  const lines = new Set([
    ...(note === '' ? [] : [note]),
    ...origins.map(({ attribution, vintage }) =>
      [attribution, vintage]
        .filter((part) => part !== '')
        .map((part) => originWords(part, language))
        .join(language === 'en' ? '; ' : '；'),
    ),
  ]);
  lines.delete('');
  if (lines.size === 0) return null;
  return (
    <Text size="xs" c="var(--atlas-muted)" mt={8}>
      {t('sources')}
      {language === 'en' ? ': ' : '：'}
      {[...lines].join(' · ')}
    </Text>
  );
}
