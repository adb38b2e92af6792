import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconCameraPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { deedOf, shownKeys } from '#ui/keyboard/shortcuts.ts';
import { waitsForDialog } from '#ui/keyboard/waits-for-dialog.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { savedScene, saveSceneAndSay } from './save-scene.ts';

/** How long the slip stays that says what was saved, milliseconds. */
const SLIP_MS = 4_000;

const typing = 'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]';

function forget(): void {
  savedScene.setState({ said: null });
}

/** Saves the present picture as a scene without leaving the workspace: a click, or the key S. */
export function SaveSceneButton() {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const said = useStore(savedScene, (state) => state.said);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || deedOf('anywhere', event) !== 'saveScene') return;
      if (event.target instanceof HTMLElement && event.target.matches(typing)) return;
      if (waitsForDialog('saveScene')) return;
      event.preventDefault();
      saveSceneAndSay();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(forget, SLIP_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Popover opened={said !== null} onChange={forget} position="bottom-end" shadow="md">
      <Popover.Target>
        <ActionIcon
          aria-label={t('saveAsScene')}
          title={`${t('saveAsScene')}${bracketed(shownKeys('anywhere', 'saveScene').join(), language)}`}
          onClick={saveSceneAndSay}
        >
          <IconCameraPlus size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="xs" role="status">
          {said !== null && (said.title === null ? t('full') : t('savedAs', { title: said.title }))}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
