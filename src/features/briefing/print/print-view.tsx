import { Button, FocusTrap, SegmentedControl, Text } from '@mantine/core';
import { useEffect, useMemo, useState, type CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { MapSheet } from '#map/export/map-sheet.ts';
import { ORIENTATIONS, PAPERS, paperLayout, type Orientation, type Paper } from '#map/export/sheet-layout.ts';
import { useProject } from '#state/store.ts';
import { deedOf } from '#ui/keyboard/shortcuts.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';
import { PrintPage } from './print-page.tsx';
import { usePages } from './use-pages.ts';
import { useSheets, type PrintRange } from './use-sheets.ts';
import classes from './print-view.module.css';

const NO_SHEETS: readonly MapSheet[] = [];
const RANGES: readonly PrintRange[] = ['view', 'scenes'];

/**
 * The sheets as pages of the chosen paper, over the page; the browser prints them or saves them as PDF, texts as texts and
 * lines as lines (docs/decisions/0042-pdf-by-the-browser.md). While it is open, printing prints the sheets alone.
 */
export function PrintView({ title, onClose }: { readonly title: string; readonly onClose: () => void }) {
  useReturnFocus();
  const { t } = useTranslation('briefing');
  const sceneCount = useProject(({ scenes }) => scenes.length);
  const [paper, setPaper] = useState<Paper>('a4');
  const [orientation, setOrientation] = useState<Orientation>('landscape');
  const [range, setRange] = useState<PrintRange>('view');
  const state = useSheets(range, title);
  const layout = useMemo(() => paperLayout(paper, orientation), [paper, orientation]);
  const sheets = state.kind === 'ready' ? state.sheets : NO_SHEETS;
  const pages = usePages(sheets, layout);
  const isReady = state.kind === 'ready' && pages.length === sheets.length;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (deedOf('anywhere', event) === 'clear') onClose();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onClose]);

  const { width, height } = layout.paper ?? layout.size;
  const shape = { '--paper-width': width, '--paper-height': height } as CSSProperties;
  return createPortal(
    <FocusTrap>
      <div
        className={classes.view}
        style={shape}
        role="dialog"
        aria-modal="true"
        aria-label={t('print.title')}
        data-print-view
        data-state={state.kind === 'ready' && !isReady ? 'drawing' : state.kind}
      >
        <style>{`@page { size: ${width}mm ${height}mm; margin: 0 }`}</style>
        <div className={classes.bar}>
          <h2 className={classes.title}>{t('print.title')}</h2>
          <SegmentedControl
            aria-label={t('print.paper')}
            data={PAPERS.map((value) => ({ value, label: value.toUpperCase() }))}
            value={paper}
            onChange={(value) => setPaper(value)}
          />
          <SegmentedControl
            aria-label={t('print.orientation')}
            data={ORIENTATIONS.map((value) => ({ value, label: t(`print.${value}`) }))}
            value={orientation}
            onChange={(value) => setOrientation(value)}
          />
          {sceneCount > 0 && (
            <SegmentedControl
              aria-label={t('print.range')}
              data={RANGES.map((value) => ({ value, label: t(`print.${value}`, { number: sceneCount }) }))}
              value={range}
              onChange={(value) => setRange(value)}
            />
          )}
          <span className={classes.spacer} />
          <Button data-autofocus disabled={!isReady} onClick={() => window.print()}>
            {t('print.run')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('print.close')}
          </Button>
          <p className={classes.hint}>{t('print.hint')}</p>
        </div>
        <div className={classes.sheets}>
          {state.kind === 'working' && (
            <Text size="sm" ta="center" role="status">
              {t('workingScene', { number: Math.min(state.done + 1, state.count), count: state.count })}
            </Text>
          )}
          {state.kind === 'no-map' && <Notice kind="failed" title={t('noMap')} />}
          {pages.map(({ label, svg }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- pages are never reordered
            <PrintPage key={index} label={label} svg={svg} />
          ))}
        </div>
      </div>
    </FocusTrap>,
    document.body,
  );
}
