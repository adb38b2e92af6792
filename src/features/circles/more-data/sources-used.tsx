import { useTranslation } from 'react-i18next';
import type { CircleAnswer } from '#compute/circle-operations.ts';
import classes from '../circles.module.css';

/** Names the person's own sources that the circle on the map rests on; nothing where it rests on embedded data alone. */
export function SourcesUsed({ answer }: { readonly answer: CircleAnswer | null }) {
  const { t } = useTranslation('circles');
  const people = answer?.readings[0]?.peopleFrom ?? null;
  if (answer === null || (answer.railSources.length === 0 && people === null)) return null;
  return (
    <div className={classes.sources} role="status" data-testid="own-sources">
      {answer.railSources.length > 0 && (
        <p>
          {t(answer.embeddedReplaced ? 'data.used.railInstead' : 'data.used.railBeside', {
            names: answer.railSources.join('; '),
          })}
        </p>
      )}
      {people !== null && <p>{t('data.used.people', { name: people })}</p>}
    </div>
  );
}
