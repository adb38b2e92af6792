import { useTranslation } from 'react-i18next';
import { useUnits } from '#state/atlas-data.ts';
import type { CircleResults } from '#state/circles/circle-results.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from './circles.module.css';
import { originName } from './origin-names.ts';

/** Names the origins that an in-vehicle circle of several does not start from, for want of a station. */
export function NotStartedFrom({ results: { answer, circles } }: { readonly results: CircleResults }) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const units = useUnits();
  const left = (circles?.origins ?? []).filter((_, index) => answer?.origins[index]?.isStartedFrom === false);
  if (left.length === 0) return null;
  const names = left.map((origin) => originName(origin, units, language));
  return <p className={classes.hint}>{t('plans.withoutStation', { cores: listed(names, language) })}</p>;
}
