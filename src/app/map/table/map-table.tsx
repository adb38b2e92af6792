import { Button, Drawer, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { layerTable, type TableCell } from '#map/export/data/layer-table.ts';
import { shownLayers, type DataLayer } from '#map/export/data/shown-layers.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import { select } from '#state/commands/view-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { saveCsv } from '#ui/files/save-file.ts';
import { saveWorkbook } from '#ui/files/workbook.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { takeFocusBeside } from '#ui/panels/take-focus-beside.ts';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';
import { columnDecimals } from '#ui/tables/column-decimals.ts';
import { CopyTable } from '#ui/tables/copy-table.tsx';
import { OriginLines } from '#ui/tables/origin-lines.tsx';
import { filterRows, sortRows, type RowOrder } from '#ui/tables/row-order.ts';
import { SortHead } from '#ui/tables/sort-head.tsx';
import { useTableWords } from '#ui/tables/use-table-words.ts';
import tools from '#ui/figures/table-tools.module.css';
import classes from './map-table.module.css';
import { LayerDataNotice } from './layer-data-notice.tsx';
import { inReadingOrder, layerOrigins, selectionOfRow } from './table-rows.ts';

/** Rows drawn at first and with every “more”. */
const PAGE_ROWS = 200;

/** The name by which a column's words go: cities rank by what they are, in charts a rank is a number. */
const wordKey = (column: TableCell) => (column === 'rank' ? 'rankKind' : String(column));

/** Everything the map shows, layer by layer, as a table: for those who read rather than look. Choosing a row selects it on the map. */
export function MapTable({ model, onClose }: { readonly model: MapModel; readonly onClose: () => void }) {
  useReturnFocus();
  const { t } = useTranslation(['app', 'briefing', 'terms', 'tables']);
  const language = useLanguage();
  const selection = useProject(({ view }) => view.selection);
  const [wanted, setWanted] = useState<DataLayer | null>(null);
  const [order, setOrder] = useState<RowOrder | null>(null);
  const [filter, setFilter] = useState('');
  const [most, setMost] = useState(PAGE_ROWS);
  const layers = useMemo(() => shownLayers(model), [model]);
  // What is coloured is what one looks at, until another layer is chosen.
  const shown =
    layers.find(({ layer }) => layer === wanted) ??
    layers.find(({ layer }) => layer === 'choropleth') ??
    layers[0];
  const table = useMemo(
    () => (shown === undefined ? [] : inReadingOrder(layerTable(shown.features), language)),
    [shown, language],
  );
  const note = shown?.layer === 'choropleth' ? (model.choropleth?.note ?? '') : '';
  const [columns = [], ...rows] = table;
  const kept = filterRows(rows, filter);
  const sorted = order === null ? kept : sortRows(kept, order, language);
  const figures = new Set(
    columns.flatMap((_, place) => (rows.some((row) => typeof row[place] === 'number') ? [place] : [])),
  );
  const decimals = columns.map((_, place) => columnDecimals(rows.map((row) => row[place])));
  const selected = JSON.stringify(selection);

  const words = useTableWords();
  const prefectureOf = (cell: TableCell, column: TableCell): string | undefined => {
    const place = column === 'prefecture' ? model.places.find(({ adcode }) => adcode === cell) : undefined;
    return place === undefined ? undefined : pickName(place, language);
  };
  const show = (cell: TableCell, place: number): string =>
    prefectureOf(cell, columns[place] ?? '') ??
    words.cell(cell, wordKey(columns[place] ?? ''), decimals[place]);

  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      // Half of a low page would be its head alone.
      size="calc(max(46%, min(340px, 92dvh)))"
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      title={t('table.title')}
      closeButtonProps={{ 'aria-label': t('inspector.close') }}
    >
      {shown === undefined ? (
        <div ref={takeFocusBeside} tabIndex={-1} style={{ outline: 'none' }}>
          <Notice kind="empty" title={t('table.none')}>
            {t('table.noneNext')}
          </Notice>
        </div>
      ) : (
        <>
          <Group gap={12} mb={8} align="center">
            <NativeSelect
              ref={takeFocusBeside}
              size="xs"
              aria-label={t('briefing:layer')}
              value={shown.layer}
              data={layers.map(({ layer }) => ({ value: layer, label: t(`briefing:layers.${layer}`) }))}
              onChange={(event) => {
                setWanted(event.currentTarget.value as DataLayer);
                setOrder(null);
                setMost(PAGE_ROWS);
              }}
            />
            <TextInput
              size="xs"
              type="search"
              aria-label={t('table.filter')}
              placeholder={t('table.filter')}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
            <Text size="xs" c="var(--atlas-muted)" role="status">
              {t('table.count', {
                count: sorted.length,
                all: formatNumber(sorted.length, language),
                shown: formatNumber(Math.min(most, sorted.length), language),
              })}
            </Text>
            <span className={`${tools.tools} ${classes.tools}`}>
              <CopyTable
                title={t(`briefing:layers.${shown.layer}`)}
                rows={() => [columns.map(wordKey), ...sorted]}
                origins={() => originsOf(layerOrigins(shown.layer, model))}
                note={note}
                wordOf={(column, code) => prefectureOf(code, column)}
              />
              <button type="button" onClick={() => saveCsv(shown.layer, [columns, ...sorted], tableOrigin())}>
                CSV
              </button>
              <button
                type="button"
                onClick={() =>
                  void saveWorkbook(shown.layer, [
                    { name: t(`briefing:layers.${shown.layer}`), rows: [columns, ...sorted] },
                    { name: t('terms:source'), rows: tableOrigin() },
                  ])
                }
              >
                XLSX
              </button>
            </span>
          </Group>
          <LayerDataNotice layer={shown.layer} />
          <table className={classes.table}>
            <caption className={classes.caption}>{t(`briefing:layers.${shown.layer}`)}</caption>
            <SortHead
              heads={columns.map((column) => words.head(wordKey(column)))}
              isFigure={(column) => figures.has(column)}
              order={order}
              onOrder={setOrder}
            />
            <tbody>
              {sorted.slice(0, most).map((row, place) => {
                const target = selectionOfRow(
                  shown.layer,
                  Object.fromEntries(columns.map((column, index) => [String(column), row[index] ?? null])),
                );
                const isSelected = target !== null && JSON.stringify(target) === selected;
                return (
                  <tr
                    key={`${String(row[0])}:${place}`}
                    className={target === null ? undefined : classes.row}
                    aria-selected={isSelected || undefined}
                    onClick={target === null ? undefined : () => dispatch(select(target))}
                  >
                    {row.map((cell, index) => {
                      const column = String(columns[index]);
                      const isName = target !== null && (column === 'nameZh' || column === 'nameEn');
                      return (
                        <td key={column} className={figures.has(index) ? classes.number : undefined}>
                          {isName && cell !== null ? (
                            // A click of it is one of the row; the keyboard needs the button.
                            <button type="button" className={classes.name}>
                              {show(cell, index)}
                            </button>
                          ) : (
                            show(cell, index)
                          )}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
          {sorted.length > most && (
            <Button variant="subtle" size="xs" mt={8} onClick={() => setMost(most + PAGE_ROWS)}>
              {t('table.more')}
            </Button>
          )}
          <OriginLines origins={originsOf(layerOrigins(shown.layer, model))} note={note} />
        </>
      )}
    </Drawer>
  );
}
