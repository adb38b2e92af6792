import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/units/result.ts';
import { computationWords } from '#ui/i18n/computation-words.ts';

const TRANSLATED = [
  'file-too-large',
  'file-unreadable',
  'not-a-zip',
  'zip-too-large',
  'zip-damaged',
  'shapes-too-large',
  'shapes-unknown-form',
  'shapes-project',
  'shapes-damaged',
  'shapes-no-layer',
  'shapes-no-areas',
  'shapes-too-many',
  'shapes-too-fine',
  'shapes-projected',
  'shapes-projection-unknown',
  'shapes-swapped',
  'shapes-outside',
  'shapes-full',
  'shapes-other-file',
  'shape-without-land',
] as const;

/** Why boundaries could not be read or counted in, in the person's language. */
export function useShapeFailure(): (failure: Failure) => { message: string; nextStep: string } {
  const { t } = useTranslation('circles');
  return (failure) => {
    const reason = TRANSLATED.find((each) => each === failure.reason);
    if (reason === undefined) return computationWords(failure);
    const detail = failure.values?.['detail'] ?? '';
    const values = {
      detail,
      most: failure.values?.['most'] ?? '',
      guess: reason === 'shapes-projected' && detail !== '' ? t('shapes.looksLike', { detail }) : '',
    };
    return { message: t(`shapes.failure.${reason}`, values), nextStep: t(`shapes.next.${reason}`) };
  };
}
