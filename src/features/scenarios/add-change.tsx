import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { applyEdit, applyEdits } from '#core/scenario/apply-edit.ts';
import type { Failure } from '#core/units/result.ts';
import type { Scenario } from '#state/document/project-document.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { addEdit } from './change-scenario.ts';
import type { EditFormProps } from './forms/edit-form.tsx';
import { DrawLineForm } from './forms/draw-line-form.tsx';
import { FrequencyForm, LineForm, LinkForm, PairForm, SpeedForm } from './forms/network-forms.tsx';
import { MemberForm } from './forms/member-form.tsx';
import { ParameterForm } from './forms/parameter-form.tsx';
import { PlannedForm } from './forms/planned-form.tsx';
import { StopForm } from './forms/stop-form.tsx';
import { draftStore, useDraft } from './line-draft.ts';
import classes from './scenarios.module.css';
import type { EditCatalogue } from './use-edit-catalogue.ts';

const KINDS = [
  'planned',
  'draw',
  'speed',
  'pair',
  'frequency',
  'line',
  'link',
  'stop',
  'parameter',
  'member',
] as const;
type Kind = (typeof KINDS)[number];

/** Chooses a kind of change and fills in its form. Nothing enters the scenario that cannot be applied. */
export function AddChange({
  scenario,
  catalogue,
}: {
  readonly scenario: Scenario;
  readonly catalogue: EditCatalogue;
}) {
  const { t } = useTranslation('scenarios');
  const { mode, draft } = useDraft();
  const [chosen, setKind] = useState<Kind>(draft.stops.length > 0 ? 'draw' : 'planned');
  const [wasOpened, setIsOpen] = useState(scenario.edits.length === 0);
  const isOpen = wasOpened || mode !== 'off' || draft.stops.length > 0;
  // Drawing may have been started elsewhere; when it stops, its form stays.
  if (mode === 'line' && chosen !== 'draw') setKind('draw');
  const kind = chosen;
  const refusalOf = (edits: readonly ScenarioEdit[]): Failure | null => {
    const before = applyEdits(scenario.edits, catalogue);
    // A scenario whose own edits are broken (its list says so) can still be added to.
    if (!before.ok) return null;
    let settings = before.value;
    for (const edit of edits) {
      const after = applyEdit(settings, edit, catalogue);
      if (!after.ok) return after.failure;
      settings = after.value;
    }
    return null;
  };
  const form: EditFormProps = {
    catalogue,
    edits: scenario.edits,
    refusalOf,
    onAdd: (edits) => {
      for (const edit of edits) addEdit(edit, scenario.name);
    },
  };
  return (
    <PanelSection title={t('add')}>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className={classes.summary}>{isOpen ? t('kind') : t(`kinds.${kind}`)}</summary>
        <Select
          size="xs"
          aria-label={t('kind')}
          data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          allowDeselect={false}
          maxDropdownHeight={320}
          onChange={(value) => {
            if (value === null) return;
            setKind(value);
            draftStore.setState({ mode: 'off' });
          }}
        />
        <div className={classes.form}>
          {kind === 'planned' && <PlannedForm {...form} />}
          {kind === 'draw' && <DrawLineForm {...form} />}
          {kind === 'speed' && <SpeedForm {...form} />}
          {kind === 'pair' && <PairForm {...form} />}
          {kind === 'frequency' && <FrequencyForm {...form} />}
          {kind === 'line' && <LineForm {...form} />}
          {kind === 'link' && <LinkForm {...form} />}
          {kind === 'stop' && <StopForm {...form} />}
          {kind === 'parameter' && <ParameterForm {...form} />}
          {kind === 'member' && <MemberForm {...form} />}
        </div>
      </details>
    </PanelSection>
  );
}
