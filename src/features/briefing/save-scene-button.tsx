import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconCameraPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deedOf, shownKeys } from '#ui/keyboard/shortcuts.ts';
import { saveScene } from './save-scene.ts';

/** How long the slip stays that says what was saved, milliseconds. */
const SLIP_MS = 4_000;

const typing = 'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** Saves the present picture as a scene without leaving the workspace: a click, or the key S. */
export function SaveSceneButton() {
  const { t } = useTranslation('briefing');
  const [saved, setSaved] = useState<{ readonly words: string } | null>(null);
  const save = () => {
    const title = saveScene();
    setSaved({ words: title === null ? t('full') : t('savedAs', { title }) });
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || deedOf('anywhere', event) !== 'saveScene') return;
      if (event.target instanceof HTMLElement && event.target.matches(typing)) return;
      event.preventDefault();
      const title = saveScene();
      setSaved({ words: title === null ? t('full') : t('savedAs', { title }) });
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [t]);
  useEffect(() => {
    if (saved === null) return undefined;
    const timer = setTimeout(() => setSaved(null), SLIP_MS);
    return () => clearTimeout(timer);
  }, [saved]);
  return (
    <Popover opened={saved !== null} onChange={() => setSaved(null)} position="bottom-end" shadow="md">
      <Popover.Target>
        <ActionIcon
          aria-label={t('saveAsScene')}
          title={`${t('saveAsScene')} (${shownKeys('anywhere', 'saveScene').join()})`}
          onClick={save}
        >
          <IconCameraPlus size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="xs" role="status">
          {saved?.words}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
