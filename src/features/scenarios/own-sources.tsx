import { useTranslation } from 'react-i18next';
import { type AddedRail, railSourcesInUse } from '#core/network/rail-source.ts';
import { apart } from '#ui/i18n/punctuation.ts';
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
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const { railSources, embeddedReplaced } = railSourcesInUse(rail);
  if (railSources.length === 0 && people === null) return null;
  return (
    <p className={classes.hint} data-testid="own-sources">
      {[
        ...(railSources.length === 0
          ? []
          : [
              t(embeddedReplaced ? 'ownRailInstead' : 'ownRailBeside', {
                names: apart(railSources, language),
              }),
            ]),
        ...(people === null ? [] : [t('ownPeople', { name: people })]),
      ].join(' · ')}
    </p>
  );
}
