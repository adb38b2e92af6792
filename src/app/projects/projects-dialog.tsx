import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { renameProject } from '#state/commands/project-commands.ts';
import type { ProjectSummary, StoredProject } from '#state/persistence/project-record.ts';
import { PROJECT_LIMITS } from '#state/document/project-schema.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatMoment } from '#ui/format/date-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { projectDatabase, projectSession } from '#state/persistence/page-session.ts';
import { duplicateProject } from './duplicate-project.ts';
import { SaveAsFile } from './save-as-file.tsx';
import { startNew } from './start-new.ts';
import { storageWords } from './storage-words.ts';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';

/** The projects kept in this browser: name, open, new, duplicate, delete with a way back. */
export function ProjectsDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { t } = useTranslation();
  const [projects, setProjects] = useState<readonly ProjectSummary[]>([]);
  const [removed, setRemoved] = useState<StoredProject | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const openId = useStore(projectSession.state, ({ id }) => id);
  const failure = useStore(projectSession.state, (session) => session.failure);
  const saving = useStore(projectSession.state, (session) => session.saving);
  const name = useProject((document) => document.name);

  const refresh = async () => {
    const read = await projectDatabase.list();
    if (read.ok) setProjects(read.value);
  };
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const all = await projectDatabase.list();
      if (isCurrent && all.ok) setProjects(all.value);
    };
    void read();
    // After each saving the list says anew when that was.
    const stop = projectSession.state.subscribe(() => void read());
    return () => {
      isCurrent = false;
      stop();
    };
  }, []);

  const act = async (work: () => Promise<{ readonly ok: boolean } | void>) => {
    const result = await work();
    setIsRefused(result !== undefined && !result.ok);
    await refresh();
  };
  const remove = (id: string) =>
    act(async () => {
      const result = await projectSession.remove(id);
      if (result.ok) setRemoved(result.value);
      return result;
    });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('projects.title')}
      closeButtonProps={{ 'aria-label': t('inspector.close') }}
    >
      <Stack gap={12}>
        <TextInput
          size="xs"
          label={t('projects.name')}
          placeholder={t('projects.unnamed')}
          maxLength={PROJECT_LIMITS.nameLength}
          value={name}
          onChange={(event) => dispatch(renameProject(event.currentTarget.value))}
        />
        <Text size="xs" role="status">
          {t(`projects.saving.${saving}`)} {failure !== null && t(`projects.${storageWords(failure)}`)}
        </Text>
        <Group gap={8}>
          <Button size="xs" onClick={() => void act(startNew)}>
            {t('projects.new')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void act(() => duplicateProject(t))}>
            {t('projects.duplicate')}
          </Button>
          {failure !== null && <SaveAsFile />}
        </Group>
        {isRefused && (
          <Text size="xs" role="alert">
            {t('projects.refused')}
          </Text>
        )}
        {removed !== null && (
          <Group gap={8} role="status">
            <Text size="xs">
              {t('projects.removed', { name: removed.name === '' ? t('projects.unnamed') : removed.name })}
            </Text>
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                void act(async () => {
                  const result = await projectSession.bringBack(removed);
                  if (result.ok) setRemoved(null);
                  return result;
                })
              }
            >
              {t('undo')}
            </Button>
          </Group>
        )}
        <Stack
          gap={8}
          component="ul"
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
          aria-label={t('projects.title')}
        >
          {projects.map((project) => (
            <ProjectRow
              key={project.id}
              project={project}
              isOpen={project.id === openId}
              onOpen={() => void act(() => projectSession.open(project.id))}
              onRemove={() => void remove(project.id)}
            />
          ))}
        </Stack>
      </Stack>
    </Modal>
  );
}

function ProjectRow({
  project,
  isOpen,
  onOpen,
  onRemove,
}: {
  readonly project: ProjectSummary;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = project.name === '' ? t('projects.unnamed') : project.name;
  return (
    <Group component="li" gap={8} justify="space-between" aria-current={isOpen || undefined}>
      <div>
        <Text size="sm" fw={isOpen ? 600 : 400}>
          {name}
        </Text>
        <Text size="xs">{formatMoment(project.savedAtMs, language)}</Text>
      </div>
      {isOpen ? (
        <Text size="xs">{t('projects.isOpen')}</Text>
      ) : (
        <Group gap={4}>
          <Button size="xs" variant="default" onClick={onOpen} aria-label={t('projects.openNamed', { name })}>
            {t('projects.open')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={onRemove}
            aria-label={t('projects.removeNamed', { name })}
          >
            {t('projects.remove')}
          </Button>
        </Group>
      )}
    </Group>
  );
}
