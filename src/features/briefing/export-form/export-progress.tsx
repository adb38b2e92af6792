import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { rangesRun } from '#state/circles/ranges-run.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import type { Progressing } from './use-export.ts';

/** What an export is doing, came to, or failed of. */
export function ExportProgress({
  progress,
  sceneCount,
}: {
  readonly progress: Progressing;
  readonly sceneCount: number;
}) {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const ranges = useStore(rangesRun, (run) => run.progress);
  return (
    <>
      <div aria-live="polite" data-testid="export-state" data-state={progress.kind}>
        {progress.kind === 'working' && (
          <>
            <Text size="xs" mt={8}>
              {progress.scene === null
                ? t('working')
                : t('workingScene', { number: progress.scene + 1, count: sceneCount })}
            </Text>
            {progress.scene !== null && (
              <Progress
                mt={4}
                size="sm"
                value={((progress.scene + 0.5) / sceneCount) * 100}
                aria-label={t('working')}
              />
            )}
          </>
        )}
        {progress.kind === 'done' && (
          <Text size="xs" mt={8}>
            {t('done', { file: progress.file, size: sizeWords(progress.bytes) })}
          </Text>
        )}
        {progress.kind === 'done' && progress.missing.length > 0 && (
          <Notice kind="failed" title={t('missingGlyphs', { signs: progress.missing.join(' ') })} />
        )}
        {progress.kind === 'done' && progress.isPartial && <Notice kind="failed" title={t('donePartly')} />}
        {progress.kind === 'failed' && progress.problem === 'aborted' && (
          <Text size="xs" mt={8}>
            {t('aborted')}
          </Text>
        )}
        {progress.kind === 'failed' && progress.problem !== 'aborted' && (
          <Notice kind="failed" title={failureWords(progress, t)} />
        )}
      </div>
      {/* It moves many times a second: not read out. */}
      {progress.kind === 'working' && ranges !== null && ranges.total > 0 && (
        <Text size="xs" c="var(--atlas-muted)" mt={4}>
          {t('workingRanges', {
            done: formatNumber(ranges.done, language),
            total: formatNumber(ranges.total, language),
          })}
        </Text>
      )}
    </>
  );
}

type Words = ReturnType<typeof useTranslation<'briefing'>>['t'];

function failureWords({ problem, values }: Extract<Progressing, { kind: 'failed' }>, t: Words): string {
  if (problem === 'no-map') return t('noMap');
  return problem === 'canvas-too-large' && values['width'] !== undefined
    ? t('failure.canvas-limit', { width: values['width'], height: values['height'] ?? '' })
    : t(`failure.${problem}`);
}

function sizeWords(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
