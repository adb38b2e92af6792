import { useTranslation } from 'react-i18next';
import { useArtefact, useArtefactStatus } from '#state/atlas-data.ts';
import { boundsOf, travelTo } from '#state/camera-motion.ts';
import { select } from '#state/commands/view-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatMinutes, formatNumber, formatPrintedDate } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { PanelTitle } from '#ui/panels/panel-title.tsx';
import { RowList } from '#ui/panels/row-list.tsx';

/** Room around a line or link that is gone to, degrees. */
const MARGIN_DEGREES = 0.2;

/** The railways to come and the links over water, with their facts; choosing one goes there. */
export function ScenariosPanel() {
  const { t } = useTranslation(['scenarios', 'terms']);
  const language = useLanguage();
  const lines = useArtefact('rail-lines');
  const status = useArtefactStatus('rail-lines');
  const links = useArtefact('road-links') ?? [];
  const selection = useProject(({ view }) => view.selection);
  const toCome = (lines ?? []).filter((line) => line.status !== 'open');
  return (
    <>
      <PanelTitle title={t('title')}>{t('intro')}</PanelTitle>
      {lines === null && (
        <div style={{ padding: '0 20px' }}>
          {status.kind === 'failed' ? (
            <Notice kind="empty" title={t('unavailable')} />
          ) : (
            <Notice kind="loading" title={t('waiting')} />
          )}
        </div>
      )}
      {toCome.length > 0 && (
        <PanelSection title={t('planned')} aside={toCome.length}>
          <RowList
            label={t('planned')}
            chosen={selection.kind === 'line' ? selection.lineId : null}
            rows={toCome.map((line) => ({
              id: line.id,
              name: pickName(line, language),
              figure: line.designSpeedKmh === null ? undefined : `${line.designSpeedKmh} km/h`,
              detail: [
                t(`status.${line.status}`, { ns: 'terms' }),
                line.lengthKm === null ? null : `${formatNumber(line.lengthKm, language)} km`,
                line.openedText === null ? null : formatPrintedDate(line.openedText, language),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
            onChoose={(lineId) => {
              dispatch(select({ kind: 'line', lineId }));
              const bounds = boundsOf(toCome.find(({ id }) => id === lineId)?.path ?? [], MARGIN_DEGREES);
              if (bounds !== null) travelTo({ kind: 'bounds', bounds });
            }}
          />
        </PanelSection>
      )}
      {links.length > 0 && (
        <PanelSection title={t('links')} aside={links.length}>
          <RowList
            label={t('links')}
            chosen={selection.kind === 'link' ? selection.linkId : null}
            rows={links.map((link) => ({
              id: link.id,
              name: pickName(link, language),
              figure: formatMinutes(link.minutes, language),
              detail: [
                link.lengthKm === null
                  ? null
                  : `${formatNumber(link.lengthKm, language, Number.isInteger(link.lengthKm) ? 0 : 1)} km`,
                link.openedYear,
              ]
                .filter((part) => part !== null)
                .join(' · '),
            }))}
            onChoose={(linkId) => {
              dispatch(select({ kind: 'link', linkId }));
              const bounds = boundsOf(links.find(({ id }) => id === linkId)?.path ?? [], MARGIN_DEGREES);
              if (bounds !== null) travelTo({ kind: 'bounds', bounds });
            }}
          />
        </PanelSection>
      )}
    </>
  );
}
