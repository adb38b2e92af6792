import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Tells assistive technology that a computation that took its time is there; failures and progress speak for themselves. */
export function SaidWhenDone({
  what,
  isBusy,
  hasResult,
}: {
  readonly what: string;
  readonly isBusy: boolean;
  readonly hasResult: boolean;
}) {
  const { t } = useTranslation('terms');
  const [isDone, setIsDone] = useState(false);
  const was = useRef(isBusy);
  useEffect(() => {
    if (isBusy || was.current) setIsDone(!isBusy && hasResult);
    was.current = isBusy;
  }, [isBusy, hasResult]);
  return <VisuallyHidden role="status">{isDone ? t('computed', { what }) : ''}</VisuallyHidden>;
}
