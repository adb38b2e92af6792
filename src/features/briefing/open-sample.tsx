import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openSampleBriefing } from './sample-briefing.ts';

/** The way to the sample briefing. */
export function OpenSample() {
  const { t } = useTranslation('briefing');
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const open = async () => {
    setState('loading');
    const opened = await openSampleBriefing();
    setState(opened.ok ? 'idle' : 'failed');
  };
  return (
    <div data-off-paper>
      <Button variant="default" loading={state === 'loading'} onClick={() => void open()}>
        {t('sample')}
      </Button>
      <Text size="xs" mt={4} c="var(--atlas-muted)" role={state === 'failed' ? 'alert' : undefined}>
        {state === 'failed' ? t('sampleFailed') : t('sampleHint')}
      </Text>
    </div>
  );
}
