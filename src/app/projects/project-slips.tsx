import { Button, CloseButton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { applyUpdate, offlineState } from '../offline/offline-use.ts';
import { projectSession } from '#state/persistence/page-session.ts';
import { SaveAsFile } from './save-as-file.tsx';
import { storageWords } from './storage-words.ts';
import { Slip } from '../shell/slip.tsx';

/** What a person must know about saving, about a second tab, and about a newer version, at the top of the page. */
export function ProjectSlips() {
  const { t } = useTranslation();
  const failure = useStore(projectSession.state, (session) => session.failure);
  const notice = useStore(projectSession.state, (session) => session.notice);
  // Closed it stays so, until something else is wrong; the button of the projects goes on saying it.
  const [closed, setClosed] = useState<string | null>(null);
  const hasUpdate = useStore(offlineState, ({ waiting }) => waiting !== null);
  if (failure === null && closed !== null) setClosed(null);
  if (failure !== null && failure.reason !== closed) {
    const words = storageWords(failure);
    return (
      <Slip title={t(`projects.${words}Title`)} body={[t(`projects.${words}`)]}>
        <Stack gap={8}>
          <SaveAsFile />
          <Button onClick={() => void projectSession.flush()}>{t('projects.saveAgain')}</Button>
        </Stack>
        <CloseButton size="sm" aria-label={t('inspector.close')} onClick={() => setClosed(failure.reason)} />
      </Slip>
    );
  }
  if (notice !== null)
    return (
      <Slip
        title={t(notice === 'copy' ? 'projects.copyTitle' : 'projects.lostHistoryTitle')}
        body={[t(notice === 'copy' ? 'projects.copy' : 'projects.lostHistory')]}
      >
        <CloseButton size="sm" aria-label={t('inspector.close')} onClick={projectSession.closeNotice} />
      </Slip>
    );
  if (hasUpdate)
    return (
      <Slip title={t('offline.updateTitle')} body={[t('offline.update')]}>
        <Button size="xs" onClick={() => void applyUpdate()}>
          {t('offline.apply')}
        </Button>
        <CloseButton
          size="sm"
          aria-label={t('inspector.close')}
          onClick={() => offlineState.setState({ waiting: null })}
        />
      </Slip>
    );
  return null;
}
