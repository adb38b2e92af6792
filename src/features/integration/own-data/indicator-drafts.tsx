import { Checkbox, Input, SegmentedControl, Select, TextInput } from '@mantine/core';
import { formatNumber } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';
import { DIMENSION_ORDER } from '#core/scoring/score-options.ts';
import type { IndicatorDraft } from '#data/import/import-reading.ts';
import classes from './own-data.module.css';
import type { IndicatorWords } from './own-table-of.ts';

const NO_DIMENSION = 'none';

/** The indicators found: which to take, their names, units, directions and dimensions. */
export function IndicatorDrafts({
  drafts,
  wordsOf,
  onWords,
  onTaken,
}: {
  readonly drafts: readonly IndicatorDraft[];
  readonly wordsOf: (key: string) => IndicatorWords;
  readonly onWords: (key: string, words: Partial<IndicatorWords>) => void;
  readonly onTaken: (key: string, isTaken: boolean) => void;
}) {
  const language = useLanguage();
  const { t } = useTranslation(['integration', 'terms']);
  if (drafts.length === 0) return null;
  return (
    <section aria-label={t('own.indicators')}>
      <h3 className={classes.head}>{t('own.indicators')}</h3>
      {drafts.map(({ key, taken, figures, years, columns }) => {
        const words = wordsOf(key);
        return (
          <div key={key} className={classes.draft}>
            <Checkbox
              label={t('own.draft', {
                name: words.name,
                columns: listed(columns, language),
                figures: formatNumber(figures, language),
                years: years.length === 0 ? t('own.yearOpen') : listed(years, language),
              })}
              checked={taken}
              onChange={(event) => onTaken(key, event.currentTarget.checked)}
            />
            {taken && (
              <div className={classes.grid}>
                <TextInput
                  label={t('own.name')}
                  value={words.name}
                  maxLength={80}
                  onChange={(event) => onWords(key, { name: event.currentTarget.value })}
                />
                <TextInput
                  label={t('own.unit')}
                  value={words.unit}
                  maxLength={40}
                  onChange={(event) => onWords(key, { unit: event.currentTarget.value })}
                />
                <Select
                  label={t('own.dimension')}
                  data={[
                    { value: NO_DIMENSION, label: t('own.noDimension') },
                    ...DIMENSION_ORDER.map((value) => ({
                      value,
                      label: t(`dimension.${value}`, { ns: 'terms' }),
                    })),
                  ]}
                  value={words.dimension ?? NO_DIMENSION}
                  allowDeselect={false}
                  onChange={(value) =>
                    onWords(key, { dimension: DIMENSION_ORDER.find((each) => each === value) ?? null })
                  }
                />
                <Input.Wrapper label={t('own.direction')} labelElement="div">
                  <SegmentedControl
                    fullWidth
                    aria-label={t('own.direction')}
                    data={[
                      { value: '1', label: t('own.higher') },
                      { value: '-1', label: t('own.lower') },
                    ]}
                    value={String(words.direction)}
                    onChange={(value) => onWords(key, { direction: value === '-1' ? -1 : 1 })}
                  />
                </Input.Wrapper>
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}
