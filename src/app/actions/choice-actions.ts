import { PAPER_YEARS } from '#core/scoring/score-options.ts';
import {
  resetCircleParameters,
  setCircleOverlays,
  setCirclesMerged,
} from '#state/commands/circle-commands.ts';
import {
  chooseAgglomerations,
  setIntegrationYear,
  showScenarioSide,
} from '#state/commands/integration-commands.ts';
import { activateScenario, setComparison } from '#state/commands/scenario-commands.ts';
import { enterWorkspace, setMaturities, setRailCategories } from '#state/commands/view-commands.ts';
import type { Command } from '#state/command.ts';
import { CIRCLE_MODES } from '#state/document/circles-state.ts';
import { SCENARIO_SIDES } from '#state/document/integration-state.ts';
import { COMPARISON_VIEWS, type ProjectDocument } from '#state/document/project-document.ts';
import type { Workspace } from '#state/document/view-state.ts';
import { dispatch } from '#state/store.ts';
import { MATURITIES, RAIL_CATEGORIES, toggled } from '../map/map-choices.ts';
import type { Draft, Words } from './action.ts';

/** Does it where it shows: the command after the workspace it belongs to. */
export function inWorkspace(workspace: Workspace, command: () => Command): () => void {
  return () => {
    dispatch(enterWorkspace(workspace));
    dispatch(command());
  };
}

/** What the scores compare, of which year, and on which side of the active scenario. */
export function scoreChoices(t: Words, { activeScenario }: ProjectDocument): readonly Draft[] {
  const group = t('workspace.integration');
  const sides = activeScenario === null ? [] : SCENARIO_SIDES;
  return [
    ...(['yangtze5', 'all19'] as const).map((set) => ({
      id: `compare-${set}`,
      label: t('actions.compare', { name: t(`set.${set}`, { ns: 'integration' }) }),
      group,
      run: inWorkspace('integration', () => chooseAgglomerations({ set, agglomerationIds: [] })),
    })),
    ...PAPER_YEARS.map((year) => ({
      id: `year-${year}`,
      label: t('actions.year', { year }),
      group,
      run: inWorkspace('integration', () => setIntegrationYear(year)),
    })),
    ...sides.map((side) => ({
      id: `side-${side}`,
      label: t('actions.side', { name: t(`scenarioSide.${side}`, { ns: 'integration' }) }),
      group,
      run: inWorkspace('integration', () => showScenarioSide(side)),
    })),
  ];
}

/** How circles are drawn and laid over one another. */
export function circleChoices(t: Words, { circles }: ProjectDocument): readonly Draft[] {
  const group = t('workspace.circles');
  const { merge, mode, overlays, parameters } = circles;
  return [
    {
      id: 'merge-origins',
      label: t('actions.merge', { name: t(`merge.${merge ? 'apart' : 'merged'}`, { ns: 'circles' }) }),
      group,
      run: inWorkspace('circles', () => setCirclesMerged(!merge)),
    },
    ...CIRCLE_MODES.filter((each) => each !== mode).map((each) => ({
      id: `overlay-${each}`,
      label: t(overlays.includes(each) ? 'actions.removeOverlay' : 'actions.overlay', {
        name: t(`mode.${each}`, { ns: 'terms' }),
      }),
      group,
      run: inWorkspace('circles', () => setCircleOverlays(toggled(CIRCLE_MODES, overlays, each))),
    })),
    ...(Object.keys(parameters).length === 0
      ? []
      : [
          {
            id: 'reset-parameters',
            label: t('actions.resetParameters'),
            group,
            run: inWorkspace('circles', resetCircleParameters),
          },
        ]),
  ];
}

/** What of the comparison with the active scenario the map shows, and the way back to the present. */
export function comparisonChoices(t: Words, { activeScenario }: ProjectDocument): readonly Draft[] {
  if (activeScenario === null) return [];
  const group = t('workspace.scenario');
  return [
    ...COMPARISON_VIEWS.map((shown) => ({
      id: `comparison-${shown}`,
      label: t('actions.comparison', { name: t(`shown.${shown}`, { ns: 'scenarios' }) }),
      group,
      run: inWorkspace('scenario', () => setComparison({ shown })),
    })),
    {
      id: 'no-scenario',
      label: t('actions.present'),
      group,
      run: () => dispatch(activateScenario(null)),
    },
  ];
}

/** Types of agglomerations and kinds of railways of the layers that are on. */
export function kindChoices(t: Words, { view }: ProjectDocument): readonly Draft[] {
  const group = t('layers.title');
  const shown = view.layers[view.workspace];
  const label = (isShown: boolean, layer: string) =>
    t(isShown ? 'actions.hideLayer' : 'actions.showLayer', { layer });
  return [
    ...(shown.agglomerations ? MATURITIES : []).map((each) => ({
      id: `type-${each}`,
      label: label(view.maturities.includes(each), t(`maturity.${each}`, { ns: 'terms' })),
      group,
      run: () => dispatch(setMaturities(toggled(MATURITIES, view.maturities, each))),
    })),
    ...(shown.rail ? RAIL_CATEGORIES : []).map((each) => ({
      id: `rail-${each}`,
      label: label(view.railCategories.includes(each), t(`category.${each}`, { ns: 'terms' })),
      group,
      run: () => dispatch(setRailCategories(toggled(RAIL_CATEGORIES, view.railCategories, each))),
    })),
  ];
}
