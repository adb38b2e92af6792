import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DATA_TOPICS, type ShownData, shownDataOf, watchShownData } from '#state/told/shown-data.ts';
import { useProject } from '#state/store.ts';

/** How long figures stand still before they are read out, milliseconds: a drag or a slider passes many. */
const SETTLED_MS = 800;

/** Rows that are read out; the table itself has the rest. */
const READ_ROWS = 3;

/** The first table of a workspace in one sentence: its title and first rows; empty where nothing is shown. */
export function spokenResult(data: ShownData | null, and: string): string {
  const table = data?.tables[0];
  if (table === undefined) return '';
  const rows = table.rows.slice(0, READ_ROWS).map((cells) => cells.filter((cell) => cell !== '').join(' '));
  return [table.title, ...rows].join(and);
}

/** Tells assistive technology what a change came to: the circle's figures, the ranking, before and after. */
export function ResultAnnouncer() {
  const { t } = useTranslation();
  const workspace = useProject(({ view }) => view.workspace);
  const topic = DATA_TOPICS.find((each) => each === workspace);
  const [said, setSaid] = useState('');
  // Listens beside React: at a step of a slider there is nothing to say yet.
  useEffect(() => {
    const say = () => {
      setSaid(spokenResult(topic === undefined ? null : shownDataOf(topic), t('listSeparator')));
    };
    let timer = setTimeout(say, SETTLED_MS);
    const stop =
      topic === undefined
        ? null
        : watchShownData(topic, () => {
            clearTimeout(timer);
            timer = setTimeout(say, SETTLED_MS);
          });
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [topic, t]);
  return (
    <VisuallyHidden role="status" data-testid="result">
      {said}
    </VisuallyHidden>
  );
}
