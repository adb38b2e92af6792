import { Select } from '@mantine/core';
import { listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { PlaceQuestion } from '#data/import/import-reading.ts';
import classes from './own-data.module.css';
import { usePlaceName } from './use-place-name.ts';

const LEAVE_OUT = 'none';

/** Names that several places have: each is asked, none is guessed. */
export function ImportQuestions({
  questions,
  answers,
  onAnswer,
}: {
  readonly questions: readonly PlaceQuestion[];
  readonly answers: Readonly<Record<string, Adcode | null>>;
  readonly onAnswer: (key: string, adcode: Adcode | null) => void;
}) {
  const language = useLanguage();
  const { t } = useTranslation(['integration']);
  const nameOf = usePlaceName();
  if (questions.length === 0) return null;
  return (
    <section aria-label={t('own.questions')}>
      <h3 className={classes.head}>{t('own.questions')}</h3>
      {questions.map(({ key, text, within, candidates, rows }) => (
        <Select
          key={key}
          mt={6}
          label={t('own.question', {
            name: within === '' ? text : `${within} ${text}`,
            rows: listed(rows.slice(0, 5), language),
          })}
          placeholder={t('own.choose')}
          data={[
            ...candidates.map((adcode) => ({ value: adcode, label: nameOf(adcode) })),
            { value: LEAVE_OUT, label: t('own.leaveOut') },
          ]}
          searchable
          value={Object.hasOwn(answers, key) ? (answers[key] ?? LEAVE_OUT) : null}
          allowDeselect={false}
          onChange={(value) => value !== null && onAnswer(key, value === LEAVE_OUT ? null : value)}
        />
      ))}
    </section>
  );
}
