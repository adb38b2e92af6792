import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { renameProject } from '#state/commands/project-commands.ts';
import { ProjectFile } from '#features/briefing/project-file.tsx';
import type { Result } from '#core/units/result.ts';
import type { ProjectSummary, RemovedProject } from '#state/persistence/project-record.ts';
import { PROJECT_LIMITS } from '#state/document/project-schema.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatMoment } from '#ui/format/date-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { sentenceGap } from '#ui/i18n/punctuation.ts';
import { projectDatabase, projectSession } from '#state/persistence/page-session.ts';
import { duplicateProject } from './duplicate-project.ts';
import classes from './projects.module.css';
import { RemovedProjects } from './removed-projects.tsx';
import { startNew } from './start-new.ts';
import { refusalWords, storageWords, type ProjectRefusal } from './storage-words.ts';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';

/** The projects that are stored, and the deleted ones. */
interface StoredLists {
  readonly projects: readonly ProjectSummary[];
  readonly removed: readonly RemovedProject[];
}

/** Both lists as they are stored now; `null` where nothing can be read. */
async function readLists(): Promise<StoredLists | null> {
  const [kept, gone] = await Promise.all([projectDatabase.list(), projectDatabase.listRemoved()]);
  return kept.ok && gone.ok ? { projects: kept.value, removed: gone.value } : null;
}

/** The deleted row took the keyboard's place along: its way back has it next. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** The projects kept in this browser: name, open, new, duplicate, delete with a way back. */
export function ProjectsDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { t } = useTranslation(['app', 'briefing']);
  const language = useLanguage();
  const [{ projects, removed }, setLists] = useState<StoredLists>({ projects: [], removed: [] });
  const [justRemoved, setJustRemoved] = useState<ProjectSummary | null>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<ProjectRefusal | null>(null);
  const openId = useStore(projectSession.state, ({ id }) => id);
  const failure = useStore(projectSession.state, (session) => session.failure);
  const saving = useStore(projectSession.state, (session) => session.saving);
  const name = useProject((document) => document.name);

  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const lists = await readLists();
      if (isCurrent && lists !== null) setLists(lists);
    };
    void read();
    // After each saving the list says anew when that was.
    const stop = projectSession.state.subscribe(() => void read());
    return () => {
      isCurrent = false;
      stop();
    };
  }, []);

  const act = async (work: () => Promise<Result<unknown, ProjectRefusal> | void>) => {
    const result = await work();
    setRefusal(result === undefined || result.ok ? null : result.failure.reason);
    const lists = await readLists();
    if (lists !== null) setLists(lists);
  };
  const remove = (project: ProjectSummary) =>
    act(async () => {
      const result = await projectSession.remove(project.id);
      if (result.ok) setJustRemoved(project);
      return result;
    });
  /** Does what takes a row or line away; the keyboard, whose button goes with it, begins at the top again. */
  const restoreOrErase = (work: (id: string) => Promise<Result<unknown, ProjectRefusal>>, id: string) =>
    act(async () => {
      const result = await work(id);
      if (result.ok && justRemoved?.id === id) setJustRemoved(null);
      nameField.current?.focus();
      return result;
    });
  const bringBack = (id: string) => void restoreOrErase(projectDatabase.bringBack, id);

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('projects.title')}
      closeButtonProps={{ 'aria-label': t('inspector.close') }}
    >
      <Stack gap={12}>
        <TextInput
          ref={nameField}
          size="xs"
          label={t('projects.name')}
          placeholder={t('projects.unnamed')}
          maxLength={PROJECT_LIMITS.nameLength}
          value={name}
          onChange={(event) => dispatch(renameProject(event.currentTarget.value))}
        />
        <Text size="xs" role="status">
          {t(`projects.saving.${saving}`)}
          {failure !== null && `${sentenceGap(language)}${t(`projects.${storageWords(failure)}`)}`}
        </Text>
        <Group gap={8}>
          <Button size="xs" onClick={() => void act(startNew)}>
            {t('projects.new')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void act(() => duplicateProject(t))}>
            {t('projects.duplicate')}
          </Button>
          {failure !== null && (
            <Button size="xs" variant="default" onClick={() => void projectSession.flush()}>
              {t('projects.saveAgain')}
            </Button>
          )}
        </Group>
        {refusal !== null && (
          <Text size="xs" role="alert">
            {t(`projects.refused.${refusalWords(refusal)}`)}
          </Text>
        )}
        {justRemoved !== null && (
          <Group gap={16} role="status" wrap="nowrap" justify="space-between">
            <Text size="xs" className={classes.name ?? ''}>
              {t('projects.removed', {
                name: justRemoved.name === '' ? t('projects.unnamed') : justRemoved.name,
              })}
            </Text>
            <Button
              key={justRemoved.id}
              size="xs"
              variant="default"
              className={classes.deeds ?? ''}
              ref={takeFocus}
              onClick={() => bringBack(justRemoved.id)}
            >
              {t('undo')}
            </Button>
          </Group>
        )}
        <ul className={classes.list} aria-label={t('projects.title')}>
          {projects.map((project) => (
            <ProjectRow
              key={project.id}
              project={project}
              isOpen={project.id === openId}
              onOpen={() => void act(() => projectSession.open(project.id))}
              onRemove={() => void remove(project)}
            />
          ))}
        </ul>
        <section aria-label={t('briefing:project')}>
          <Text size="sm" fw={600} component="h3" mb={4}>
            {t('briefing:project')}
          </Text>
          <ProjectFile />
        </section>
        <RemovedProjects
          projects={removed}
          onBringBack={bringBack}
          onErase={(id) => void restoreOrErase(projectDatabase.erase, id)}
        />
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
    <li className={classes.row} aria-current={isOpen || undefined}>
      <div className={classes.name}>
        <Text size="sm" fw={isOpen ? 600 : 400}>
          {name}
        </Text>
        <div className={classes.when}>{formatMoment(project.savedAtMs, language)}</div>
      </div>
      {isOpen ? (
        <span className={classes.open}>{t('projects.isOpen')}</span>
      ) : (
        <Group gap={4} wrap="nowrap" className={classes.deeds ?? ''}>
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
    </li>
  );
}
