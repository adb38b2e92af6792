import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { applyUpdate, offlineState } from '../offline/offline-use.ts';
import { projectSession } from '#state/persistence/page-session.ts';
import { Slip } from '../shell/slip.tsx';

/** What a person must know about saving, about a second tab, and about a newer version, at the top of the page. */
export function ProjectSlips() {
  const { t } = useTranslation();
  const failure = useStore(projectSession.state, (session) => session.failure);
  const notice = useStore(projectSession.state, (session) => session.notice);
  const hasUpdate = useStore(offlineState, ({ waiting }) => waiting !== null);
  const words =
    failure?.reason === 'storage-denied' ? 'denied' : failure?.reason === 'storage-full' ? 'full' : 'failed';
  if (failure !== null)
    return (
      <Slip title={t(`projects.${words}Title`)} body={[t(`projects.${words}`)]}>
        <Button size="xs" onClick={() => void projectSession.flush()}>
          {t('projects.saveAgain')}
        </Button>
      </Slip>
    );
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
