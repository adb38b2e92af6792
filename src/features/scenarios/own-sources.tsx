import { useTranslation } from 'react-i18next';
import { type AddedRail, railSourcesInUse } from '#core/network/rail-source.ts';
import { ownSourceLines } from '#ui/i18n/own-source-lines.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from './scenarios.module.css';

/** Names the person's own timetables and population that figures rest on; nothing where all is embedded. */
export function OwnSources({
  rail,
  people = null,
}: {
  readonly rail: AddedRail;
  /** Name of the raster that people are counted from. */
  readonly people?: string | null;
}) {
  const { t } = useTranslation('terms');
  const lines = ownSourceLines({ ...railSourcesInUse(rail), people }, useLanguage(), t);
  if (lines.length === 0) return null;
  return (
    <p className={classes.hint} data-testid="own-sources">
      {lines.join(' · ')}
    </p>
  );
}
