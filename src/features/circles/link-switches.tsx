import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { setLinkClosed } from '#state/commands/circle-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from './circles.module.css';

const LINK_DATA = ['road-links'] as const;

/** The open road links over water; an unticked one is closed for the circles. */
export function LinkSwitches() {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const links = useArtefact('road-links');
  const data = useDataState(LINK_DATA);
  const circles = useProject((document) => document.circles);
  const open = (links ?? []).filter(({ status }) => status === 'open');
  return (
    <PanelSection title={t('links.title')} aside={links === null ? undefined : open.length}>
      <p className={classes.hint}>{t('links.hint')}</p>
      {links === null && <DataNotice waiting={t('links.waiting')} data={data} />}
      {open.map((link) => (
        <Checkbox
          key={link.id}
          mt={8}
          label={pickName(link, language)}
          description={`${formatNumber(link.minutes, language, 0)} ${t('unit.min', { ns: 'terms' })} · ${t(`provenance.${link.minutesProvenance}`, { ns: 'terms' })}`}
          checked={!circles.closedLinks.includes(link.id)}
          onChange={(event) => dispatch(setLinkClosed(circles, link.id, !event.currentTarget.checked))}
        />
      ))}
    </PanelSection>
  );
}
