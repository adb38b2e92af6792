import { Button, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readProjectFile, type ProjectFailure } from '#state/document/parse-project.ts';
import { openAsOwnProject } from '#state/persistence/page-session.ts';
import type { DroppedPart } from '#state/document/project-parts.ts';
import { projectStore } from '#state/store.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { sectionOf } from './part-section.ts';
import { saveProjectFile } from './save-project-file.ts';

type Opening =
  | { readonly kind: 'none' }
  | { readonly kind: 'opened'; readonly scenes: number; readonly dropped: readonly DroppedPart[] }
  | { readonly kind: 'failed'; readonly reason: ProjectFailure };

/** Unreadable parts that are named; of more only their number is said. */
const SHOWN_PARTS = 8;

/** The whole project as one file, and back: the buttons, and what came of opening. */
export function ProjectFile() {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const [opening, setOpening] = useState<Opening>({ kind: 'none' });
  const open = async (file: File | null) => {
    if (file === null) return;
    const read = await readProjectFile(file);
    if (!read.ok) {
      setOpening({ kind: 'failed', reason: read.failure.reason });
      return;
    }
    const { document, dropped } = read.value;
    // Who opens a briefing keeps the language and the light of the room.
    const { language, theme } = projectStore.getState().document.view;
    // A project of its own: the one that was open stays in the list of projects.
    await openAsOwnProject({
      ...document,
      view: {
        ...document.view,
        language,
        theme,
        // One that has no scenes is no briefing: it opens where it was left.
        workspace: document.scenes.length > 0 ? 'briefing' : document.view.workspace,
      },
    });
    setOpening({ kind: 'opened', scenes: document.scenes.length, dropped });
  };
  return (
    <>
      <Text size="xs" c="var(--atlas-muted)">
        {t('projectHint')}
      </Text>
      <Group mt={8} gap={8}>
        <Button variant="default" onClick={() => saveProjectFile(t('project'))}>
          {t('saveProject')}
        </Button>
        <FileButton accept="application/json,.json" onChange={(file) => void open(file)}>
          {(props) => (
            <Button variant="default" {...props}>
              {t('openProject')}
            </Button>
          )}
        </FileButton>
      </Group>
      <div aria-live="polite" data-testid="project-state">
        {opening.kind === 'opened' && (
          <Text size="xs" mt={8}>
            {opening.dropped.length === 0
              ? t('opened', { scenes: opening.scenes })
              : t('openedPartly', { count: opening.dropped.length })}
          </Text>
        )}
        {opening.kind === 'opened' &&
          opening.dropped.slice(0, SHOWN_PARTS).map(({ part, why }) => {
            const section = sectionOf(part);
            return (
              <Text key={part} size="xs" c="var(--atlas-muted)">
                {section === null ? part : t('droppedPart', { name: t(`parts.${section}`), part })}
                {/* What was wrong is known in English words only. */}
                {language === 'en' && `: ${why}`}
              </Text>
            );
          })}
        {opening.kind === 'opened' && opening.dropped.length > SHOWN_PARTS && (
          <Text size="xs" c="var(--atlas-muted)">
            {t('morePartsDropped', { count: opening.dropped.length - SHOWN_PARTS })}
          </Text>
        )}
        {opening.kind === 'failed' && <Notice kind="failed" title={t(`failure.${opening.reason}`)} />}
      </div>
    </>
  );
}
