import { Button, Group, Progress, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DATA_LAYERS, type DataLayer } from '#map/export/data/shown-layers.ts';
import { useProject } from '#state/store.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { DATA_FORMATS, type DataFormat } from './export/data-export.ts';
import { DeckOptions } from './export/pptx/deck-options.tsx';
import {
  EXPORT_FORMATS,
  PICTURE_RATIOS,
  runExport,
  type ExportFormat,
  type ExportProblem,
  type PictureRatio,
} from './export/run-export.ts';
import { saveFile } from '#ui/files/save-file.ts';

type Progressing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly scene: number | null }
  | { readonly kind: 'done'; readonly file: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly problem: ExportProblem };

/** Choosing, watching and giving up an export; the map stays usable meanwhile. */
export function ExportSection() {
  const { t } = useTranslation('briefing');
  const sceneCount = useProject(({ scenes }) => scenes.length);
  const projectName = useProject(({ name }) => name);
  const [format, setFormat] = useState<ExportFormat>('png');
  const [ratio, setRatio] = useState<PictureRatio>(2);
  const [layer, setLayer] = useState<DataLayer | null>(null);
  const [title, setTitle] = useState('');
  const [progress, setProgress] = useState<Progressing>({ kind: 'idle' });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const isWorking = progress.kind === 'working';
  const defaultTitle = projectName === '' ? t('defaultExportTitle') : projectName;
  const run = async () => {
    const own = new AbortController();
    controller.current = own;
    setProgress({ kind: 'working', scene: null });
    const result = await runExport({
      format,
      ratio,
      layer,
      title: title.trim() === '' ? defaultTitle : title.trim(),
      note: '',
      today: new Date().toISOString().slice(0, 10),
      t,
      signal: own.signal,
      onScene: (scene) => setProgress({ kind: 'working', scene }),
    });
    if (!result.ok) {
      setProgress({ kind: 'failed', problem: result.failure.reason });
      return;
    }
    saveFile(result.value.name, result.value.blob);
    setProgress({ kind: 'done', file: result.value.name, bytes: result.value.blob.size });
  };

  return (
    <PanelSection title={t('export')}>
      <Select
        label={t('format')}
        size="xs"
        allowDeselect={false}
        data={EXPORT_FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
        value={format}
        disabled={isWorking}
        onChange={(value) => {
          const chosen = EXPORT_FORMATS.find((candidate) => candidate === value);
          if (chosen !== undefined) setFormat(chosen);
        }}
      />
      {!isBriefing(format) && (
        <TextInput
          mt={8}
          size="xs"
          label={t('exportTitle')}
          placeholder={defaultTitle}
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      )}
      {format === 'png' && (
        <SegmentedControl
          mt={8}
          fullWidth
          aria-label={t('size')}
          data={PICTURE_RATIOS.map((value) => ({
            value: String(value),
            label: `${1600 * value}×${900 * value}`,
          }))}
          value={String(ratio)}
          onChange={(value) => {
            const chosen = PICTURE_RATIOS.find((candidate) => String(candidate) === value);
            if (chosen !== undefined) setRatio(chosen);
          }}
        />
      )}
      {isData(format) && (
        <Select
          mt={8}
          size="xs"
          label={t('layer')}
          description={t('layerHint')}
          allowDeselect={false}
          data={[
            { value: '', label: t('allLayers') },
            ...DATA_LAYERS.map((value) => ({ value, label: t(`layers.${value}`) })),
          ]}
          value={layer ?? ''}
          disabled={isWorking}
          onChange={(value) => setLayer(DATA_LAYERS.find((candidate) => candidate === value) ?? null)}
        />
      )}
      {format === 'pptx' && sceneCount > 0 && <DeckOptions isDisabled={isWorking} />}
      {(format === 'html' || (format === 'pptx' && sceneCount === 0)) && (
        <Text size="xs" mt={8} c="var(--atlas-muted)">
          {t(sceneCount === 0 ? 'pptxEmpty' : 'htmlHint')}
        </Text>
      )}
      <Group mt={12} gap={8}>
        <Button
          loading={isWorking}
          disabled={isBriefing(format) && sceneCount === 0}
          onClick={() => void run()}
        >
          {t('run')}
        </Button>
        {isWorking && (
          <Button variant="default" onClick={() => controller.current?.abort()}>
            {t('cancel')}
          </Button>
        )}
      </Group>
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
        {progress.kind === 'failed' && progress.problem === 'aborted' && (
          <Text size="xs" mt={8}>
            {t('aborted')}
          </Text>
        )}
        {progress.kind === 'failed' && progress.problem !== 'aborted' && (
          <Notice
            kind="failed"
            title={progress.problem === 'no-map' ? t('noMap') : t(`failure.${progress.problem}`)}
          />
        )}
      </div>
    </PanelSection>
  );
}

function isData(format: ExportFormat): format is DataFormat {
  return DATA_FORMATS.some((candidate) => candidate === format);
}

function sizeWords(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Files of all scenes, not of the present picture. */
function isBriefing(format: ExportFormat): boolean {
  return format === 'pptx' || format === 'html';
}
