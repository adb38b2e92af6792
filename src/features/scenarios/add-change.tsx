import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { applyEdit, applyEdits } from '#core/scenario/apply-edit.ts';
import type { Failure } from '#core/units/result.ts';
import type { Scenario } from '#state/document/project-document.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { addEdit } from './change-scenario.ts';
import { failureWords } from './failure-words.ts';
import type { EditFormProps } from './forms/edit-form.tsx';
import { DrawLineForm } from './forms/draw-line-form.tsx';
import {
  FrequencyForm,
  LineForm,
  LinkForm,
  PairForm,
  PlannedForm,
  SpeedForm,
} from './forms/network-forms.tsx';
import { MemberForm } from './forms/member-form.tsx';
import { ParameterForm } from './forms/parameter-form.tsx';
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
  const [failure, setFailure] = useState<Failure | null>(null);
  const [wasOpened, setIsOpen] = useState(scenario.edits.length === 0);
  const isOpen = wasOpened || mode !== 'off' || draft.stops.length > 0;
  // Drawing may have been started elsewhere; when it stops, its form stays.
  if (mode === 'line' && chosen !== 'draw') setKind('draw');
  const kind = chosen;
  const onAdd = (edits: readonly ScenarioEdit[]): boolean => {
    let settings = applyEdits(scenario.edits, catalogue);
    for (const edit of edits) {
      // A scenario whose own edits are broken (its list says so) can still be added to.
      if (settings.ok) settings = applyEdit(settings.value, edit, catalogue);
    }
    if (!settings.ok && applyEdits(scenario.edits, catalogue).ok) {
      setFailure(settings.failure);
      return false;
    }
    setFailure(null);
    for (const edit of edits) addEdit(edit, scenario.name);
    return true;
  };
  const form: EditFormProps = {
    catalogue,
    edits: scenario.edits,
    onAdd,
    onRefuse: (reason) => setFailure({ reason, message: reason, nextStep: '' }),
  };
  return (
    <PanelSection title={t('add')}>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className={classes.summary}>{t(`kinds.${kind}`)}</summary>
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
            setFailure(null);
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
        {failure !== null && (
          <p className={classes.problem} role="alert">
            {failureWords(failure, t)}
          </p>
        )}
      </details>
    </PanelSection>
  );
}
