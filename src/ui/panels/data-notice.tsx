import { useTranslation } from 'react-i18next';
import { Notice } from './notice.tsx';

/** In place of content whose data are not there: on their way, or not to be had, with a way to ask again. */
export function DataNotice({
  waiting,
  data,
}: {
  /** Words while they are on their way. */
  readonly waiting: string;
  readonly data: { readonly hasFailed: boolean; readonly retry: () => void };
}) {
  const { t } = useTranslation('terms');
  if (!data.hasFailed) return <Notice kind="loading" title={waiting} />;
  return (
    <Notice kind="failed" title={t('dataFailed')} action={{ label: t('dataRetry'), onClick: data.retry }}>
      {t('dataFailedNext')}
    </Notice>
  );
}
