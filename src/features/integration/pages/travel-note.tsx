import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#ui/panels/notice.tsx';
import { useModelledTravel } from '#state/score/use-modelled-travel.ts';

/** Says that the modelled indicators are on their way, or that the scores do without them; nothing once they are in. */
export const TravelNote = memo(function TravelNote() {
  const { t } = useTranslation(['integration']);
  const { status } = useModelledTravel();
  if (status.kind === 'idle' || status.kind === 'ready') return null;
  return (
    <div style={{ padding: '8px 20px 0' }}>
      {status.kind === 'computing' ? (
        <Notice
          kind="loading"
          title={
            status.total === 0
              ? t('travel.opening')
              : t('travel.computing', { done: status.done, total: status.total })
          }
        >
          {t('travel.without')}
        </Notice>
      ) : (
        <Notice
          kind="failed"
          title={t('travel.failed')}
          action={{ label: t('travel.retry'), onClick: status.retry }}
        >
          {t('travel.without')}
        </Notice>
      )}
    </div>
  );
});
