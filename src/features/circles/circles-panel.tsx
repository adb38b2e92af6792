import { CloseButton, Group, SegmentedControl, Select, Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TRAVEL_PARAMETERS } from '#core/network/travel-parameters.ts';
import { useUnits } from '#state/atlas-data.ts';
import {
  removeCircleOrigin,
  setCircleMinutes,
  setCircleMode,
  setTrafficPreset,
} from '#state/commands/circle-commands.ts';
import { CIRCLE_MODES, TRAFFIC_PRESETS } from '#state/project-document.ts';
import { dispatch, useProject } from '#state/store.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { formatMinutes, formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { PanelTitle } from '#ui/panels/panel-title.tsx';

const MARKS = [30, 60, 90, 120].map((value) => ({ value, label: String(value) }));

/** Origins, minutes, mode, and the parameters with their sources. */
export function CirclesPanel() {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const circles = useProject((document) => document.circles);
  const units = useUnits();
  return (
    <>
      <PanelTitle title={t('title')}>{t('intro')}</PanelTitle>
      <PanelSection title={t('origin')}>
        {circles.origins.map((origin, index) => {
          const unit = origin.kind === 'unit' ? units.get(origin.adcode) : undefined;
          const name =
            origin.kind === 'point'
              ? origin.label || t('pointOrigin')
              : unit === undefined
                ? origin.adcode
                : pickName(unit, language);
          return (
            <Group key={`${index}:${name}`} justify="space-between" fz={13}>
              <span>{name}</span>
              <CloseButton
                size="sm"
                aria-label={`${t('remove')} ${name}`}
                onClick={() => dispatch(removeCircleOrigin(index))}
              />
            </Group>
          );
        })}
        <p style={{ margin: '4px 0 0', color: 'var(--atlas-muted)', fontSize: 12 }}>{t('originHint')}</p>
      </PanelSection>
      <PanelSection title={t('minutes')} aside={formatMinutes(circles.minutes, language)}>
        <Slider
          mb={20}
          min={15}
          max={120}
          step={5}
          marks={MARKS}
          label={null}
          thumbLabel={t('minutes')}
          value={circles.minutes}
          onChange={(minutes) => dispatch(setCircleMinutes(minutes))}
        />
      </PanelSection>
      <PanelSection title={t('mode')}>
        <Select
          aria-label={t('mode')}
          data={CIRCLE_MODES.map((value) => ({ value, label: t(`mode.${value}`, { ns: 'terms' }) }))}
          value={circles.mode}
          allowDeselect={false}
          onChange={(value) => value !== null && dispatch(setCircleMode(value))}
        />
        <SegmentedControl
          fullWidth
          mt={8}
          aria-label={t('traffic')}
          data={TRAFFIC_PRESETS.map((value) => ({ value, label: t(`traffic.${value}`, { ns: 'terms' }) }))}
          value={circles.preset}
          onChange={(value) => dispatch(setTrafficPreset(value))}
        />
      </PanelSection>
      <PanelSection title={t('parameters')}>
        <FactList
          facts={TRAVEL_PARAMETERS.map((parameter) => ({
            label: language === 'en' ? parameter.nameEn : parameter.nameZh,
            value: `${formatNumber(parameter.defaults[circles.preset], language, parameter.unit === '1' ? 1 : 0)} ${t(`unit.${parameter.unit}`)}`,
            note: `${t(`provenance.${parameter.kind}`, { ns: 'terms' })} · ${language === 'en' ? parameter.sourceEn : parameter.sourceZh}`,
          }))}
        />
      </PanelSection>
    </>
  );
}
