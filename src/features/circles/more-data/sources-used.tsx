import { useTranslation } from 'react-i18next';
import type { CircleAnswer } from '#compute/circle-operations.ts';
import { type AddedRail, railSourcesInUse } from '#core/network/rail-source.ts';
import { ownSourceLines } from '#ui/i18n/own-source-lines.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../circles.module.css';

/** Names the person's own sources that the circle on the map rests on; nothing where it rests on embedded data alone. */
export function SourcesUsed({ answer }: { readonly answer: CircleAnswer | null }) {
  if (answer === null) return null;
  const people = answer.readings[0]?.peopleFrom ?? null;
  return (
    <Sources
      railSources={answer.railSources}
      embeddedReplaced={answer.embeddedReplaced}
      people={people}
      testId="own-sources"
      isInside={false}
    />
  );
}

/** Names the person's own timetables that times between places rest on. */
export function RailSourcesUsed({ rail }: { readonly rail: AddedRail }) {
  return <Sources {...railSourcesInUse(rail)} people={null} testId="own-rail-sources" isInside />;
}

function Sources({
  railSources,
  embeddedReplaced,
  people,
  testId,
  isInside,
}: Pick<CircleAnswer, 'railSources' | 'embeddedReplaced'> & {
  readonly people: string | null;
  readonly testId: string;
  /** Within a section, which has its own margins. */
  readonly isInside: boolean;
}) {
  const { t } = useTranslation('terms');
  const lines = ownSourceLines({ railSources, embeddedReplaced, people }, useLanguage(), t);
  if (lines.length === 0) return null;
  return (
    <div className={classes.sources} role="status" data-testid={testId} data-inside={isInside || undefined}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
