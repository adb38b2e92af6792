import { ActionIcon, Button, Popover, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { projectStore, useProject } from '#state/store.ts';
import { leavesOutScenario, ownLeftOut } from '#state/link/left-out-of-link.ts';
import { writeUrlState } from '#state/link/url-state.ts';
import { listed, sentenceGap } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { ShareIcon } from '#ui/icons/icons.tsx';
import { closeDialog, openDialog, showDialog } from './open-dialog.ts';

function setOpened(isOpen: boolean): void {
  if (isOpen) showDialog('share');
  else closeDialog();
}

/** Opens a slip with the link of the present state. */
export function ShareButton() {
  const { t } = useTranslation();
  const opened = useStore(openDialog, ({ dialog }) => dialog === 'share');
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width="min(360px, calc(100vw - 16px))"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon aria-label={t('share.open')} title={t('share.open')} onClick={() => setOpened(!opened)}>
          <ShareIcon />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <ShareSlip />
      </Popover.Dropdown>
    </Popover>
  );
}

function ShareSlip() {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'denied'>('none');
  const tooLarge = useProject(leavesOutScenario);
  const own = useProject(useShallow(ownLeftOut));
  const language = useLanguage();
  const link = `${location.origin}${location.pathname}${location.search}#${writeUrlState(projectStore.getState().document)}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setOutcome('copied');
    } catch {
      setOutcome('denied');
    }
  };
  return (
    <>
      <TextInput
        size="xs"
        label={t('share.label')}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      {tooLarge && (
        <Text size="xs" c="var(--atlas-warning)" mt={8}>
          {t('share.scenarioLeftOut')}
        </Text>
      )}
      {own.length > 0 && (
        <Text size="xs" c="var(--atlas-warning)" mt={8} data-testid="left-out-of-link">
          {[
            t('share.ownLeftOut', {
              what: listed(
                own.map((matter) => t(`share.own.${matter}`)),
                language,
              ),
            }),
            ...(own.includes('files') ? [t('share.ownLeftOutFiles')] : []),
          ].join(sentenceGap(language))}
        </Text>
      )}
      <Button mt={8} onClick={() => void copy()} aria-live="polite">
        {outcome === 'copied' ? t('share.copied') : t('share.copy')}
      </Button>
      {outcome === 'denied' && (
        <Text size="xs" mt={8} role="alert">
          {t('share.denied')}
        </Text>
      )}
    </>
  );
}
