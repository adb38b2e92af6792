import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RemovedProject } from '#state/persistence/project-record.ts';
import { KEEP_REMOVED_DAYS } from '#state/persistence/project-session.ts';
import { formatMoment } from '#ui/format/date-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from './projects.module.css';

/** The deleted projects that can be brought back still, each with its way back and its end. */
export function RemovedProjects({
  projects,
  onBringBack,
  onErase,
}: {
  readonly projects: readonly RemovedProject[];
  readonly onBringBack: (id: string) => void;
  readonly onErase: (id: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (projects.length === 0) return null;
  const title = t('projects.removedTitle', { days: KEEP_REMOVED_DAYS });
  return (
    <Stack gap={8}>
      <div>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <div className={classes.when}>{t('projects.removedHint')}</div>
      </div>
      <ul className={classes.list} aria-label={title}>
        {projects.map((project) => {
          const name = project.name === '' ? t('projects.unnamed') : project.name;
          return (
            <li key={project.id} className={classes.row}>
              <div className={classes.name}>
                <Text size="sm">{name}</Text>
                <div className={classes.when}>
                  {t('projects.removedAt', { moment: formatMoment(project.removedAtMs, language) })}
                </div>
              </div>
              <Group gap={4} wrap="nowrap" className={classes.deeds ?? ''}>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => onBringBack(project.id)}
                  aria-label={t('projects.bringBackNamed', { name })}
                >
                  {t('projects.bringBack')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => onErase(project.id)}
                  aria-label={t('projects.eraseNamed', { name })}
                >
                  {t('projects.erase')}
                </Button>
              </Group>
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}
