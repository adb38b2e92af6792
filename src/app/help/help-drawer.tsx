import { Drawer, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askedPaper } from '#ui/panels/asked-paper.ts';
import { takeFocusBeside } from '#ui/panels/take-focus-beside.ts';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';
import { LicencesSection } from '../licences/licences-section.tsx';
import { GuideReader } from './guide-reader.tsx';
import type { HelpTab } from './help-tab.ts';
import { KeyboardMap } from './keyboard-map.tsx';

function focusChosenTab(list: HTMLElement | null): void {
  takeFocusBeside(list?.querySelector<HTMLElement>('[aria-selected=true]') ?? null);
}

/** Help beside the map, which stays usable: the guide's page for the present workspace, the keys, the licences. */
export function HelpDrawer({ tab, onClose }: { readonly tab: HelpTab; readonly onClose: () => void }) {
  useReturnFocus();
  // With the words of the keyboard map, which would otherwise take the drawer away for a moment when they come.
  const { t } = useTranslation(['app', 'keys']);
  // On a small page it lies over nearly all: the keyboard stays in it, not on what can't be seen.
  const coversPage = useMediaQuery('(max-width: 840px)', false, { getInitialValueInEffect: false });
  const [shown, setShown] = useState(tab);
  useEffect(
    () =>
      askedPaper.subscribe(({ asked }) => {
        if (asked !== null) setShown('guide');
      }),
    [],
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={420}
      withOverlay={false}
      lockScroll={false}
      trapFocus={coversPage}
      title={t('help.open')}
      closeButtonProps={{ 'aria-label': t('inspector.close') }}
    >
      <Tabs value={shown} onChange={(next) => setShown(next as HelpTab)} keepMounted={false}>
        <Tabs.List ref={focusChosenTab} aria-label={t('help.open')} mb={16}>
          <Tabs.Tab value="guide">{t('keys:guide.title')}</Tabs.Tab>
          <Tabs.Tab value="keys">{t('help.keys')}</Tabs.Tab>
          <Tabs.Tab value="licences">{t('licences.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="guide">
          <GuideReader />
        </Tabs.Panel>
        <Tabs.Panel value="keys">
          <KeyboardMap />
        </Tabs.Panel>
        <Tabs.Panel value="licences">
          <LicencesSection />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}
