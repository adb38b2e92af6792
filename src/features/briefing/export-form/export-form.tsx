import { Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { DATA_LAYERS, type DataLayer } from '#map/export/data/shown-layers.ts';
import { onShownMap } from '#map/shown-map.ts';
import { openSceneOf } from '#state/open-scene.ts';
import { useProject } from '#state/store.ts';
import { localDay } from '#core/units/local-day.ts';
import { DATA_FORMATS, type DataFormat } from '../export/data-export.ts';
import { DeckOptions } from '../export/pptx/deck-options.tsx';
import {
  EXPORT_FORMATS,
  PICTURE_RATIOS,
  type ExportFormat,
  type PictureRatio,
} from '../export/run-export.ts';
import { titleOfShown } from '../export/default-title.ts';
import { ExportProgress } from './export-progress.tsx';
import { useExport } from './use-export.ts';

const PrintView = lazy(async () => ({ default: (await import('../print/print-view.tsx')).PrintView }));

/** Files, and the pages that the browser prints or saves as PDF. */
const CHOICES = ['png', 'svg', 'pdf', ...EXPORT_FORMATS.filter((f) => f !== 'png' && f !== 'svg')] as const;
type Choice = ExportFormat | 'pdf';

/** Choosing, watching and giving up an export; the map stays usable meanwhile. */
export function ExportForm({ onPrinting }: { readonly onPrinting?: (isPrinting: boolean) => void }) {
  const { t } = useTranslation('briefing');
  const sceneCount = useProject(({ scenes }) => scenes.length);
  const open = useProject((document) =>
    document.view.workspace === 'briefing' ? (openSceneOf(document)?.scene ?? null) : null,
  );
  const [format, setFormat] = useState<Choice>('png');
  const [ratio, setRatio] = useState<PictureRatio>(2);
  const [layer, setLayer] = useState<DataLayer | null>(null);
  const [title, setTitle] = useState('');
  const [isPrinting, setPrinting] = useState(false);
  const { progress, run, cancel } = useExport();

  const isWorking = progress.kind === 'working';
  const shownTitle = useSyncExternalStore(onShownMap, () => titleOfShown(t));
  const defaultTitle =
    open === null || open.title === '' ? (shownTitle ?? t('defaultExportTitle')) : open.title;
  const wholeTitle = title.trim() === '' ? defaultTitle : title.trim();
  const showPages = (isShown: boolean) => {
    setPrinting(isShown);
    onPrinting?.(isShown);
  };
  const lacksScenes = isBriefing(format) && sceneCount === 0;
  const hint = lacksScenes
    ? t('pptxEmpty')
    : format === 'svg' || format === 'pdf' || format === 'html'
      ? t(`${format}Hint`)
      : null;
  const start = () => {
    if (format === 'pdf') showPages(true);
    else run({ format, ratio, layer, title: wholeTitle, note: open?.note ?? '', today: today(), t });
  };
  return (
    <>
      <Select
        label={t('format')}
        size="xs"
        maxDropdownHeight={380}
        allowDeselect={false}
        data={CHOICES.map((value) => ({ value, label: t(`formats.${value}`) }))}
        value={format}
        disabled={isWorking}
        onChange={(value) => setFormat(CHOICES.find((candidate) => candidate === value) ?? format)}
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
          onChange={(value) =>
            setRatio(PICTURE_RATIOS.find((candidate) => String(candidate) === value) ?? ratio)
          }
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
      {hint !== null && (
        <Text size="xs" mt={8} c="var(--atlas-muted)">
          {hint}
        </Text>
      )}
      <Group mt={12} gap={8}>
        <Button loading={isWorking} disabled={lacksScenes} onClick={start}>
          {format === 'pdf' ? t('print.open') : t('run')}
        </Button>
        {isWorking && (
          <Button variant="default" onClick={cancel}>
            {t('cancel')}
          </Button>
        )}
      </Group>
      <ExportProgress progress={progress} sceneCount={sceneCount} />
      {isPrinting && (
        <Suspense fallback={null}>
          <PrintView title={wholeTitle} onClose={() => showPages(false)} />
        </Suspense>
      )}
    </>
  );
}

const today = (): string => localDay(new Date());

/** Files of all scenes, not of the present picture. */
function isBriefing(format: Choice): boolean {
  return format === 'pptx' || format === 'html';
}

function isData(format: Choice): format is DataFormat {
  return DATA_FORMATS.some((candidate) => candidate === format);
}
