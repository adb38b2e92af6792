import { openTalk } from '#features/briefing/talk/talk-state.ts';
import { startScenario } from '#features/scenarios/change-scenario.ts';
import { goToSection, SECTIONS, type Section } from '#features/structure/sections.ts';
import { showStructure } from '#features/structure/structure-view.ts';
import { activateScenario } from '#state/commands/scenario-commands.ts';
import { enterWorkspace } from '#state/commands/view-commands.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { STRUCTURE_PAGES } from '#state/document/view-state.ts';
import { dispatch } from '#state/store.ts';
import { shownKeys } from '#ui/keyboard/shortcuts.ts';
import type { ProjectSummary } from '#state/persistence/project-record.ts';
import type { Draft, Words } from './action.ts';

/** Pages of the region that is open, and the sections below the list of regions. */
function structureActions(t: Words, { view }: ProjectDocument): readonly Draft[] {
  const group = t('workspace.structure');
  const titles: Readonly<Record<Section, string>> = {
    metros: t('metros', { ns: 'structure' }),
    frame: t('frame.title', { ns: 'structure' }),
    growth: t('growth.title', { ns: 'structure' }),
    yardsticks: t('yardsticks.find', { ns: 'structure' }),
    moran: t('moran.title', { ns: 'structure' }),
    circulation: t('circulation.title', { ns: 'structure' }),
  };
  const { regionId } = view.structure;
  return [
    ...(regionId === null
      ? []
      : STRUCTURE_PAGES.map((page) => ({
          id: `structure-${page}`,
          label: t(`pages.${page}`, { ns: 'structure' }),
          group,
          run: () => {
            dispatch(enterWorkspace('structure'));
            showStructure({ page, pair: null });
          },
        }))),
    ...(regionId === null
      ? []
      : [
          {
            id: 'profile',
            label: t('profile', { ns: 'structure' }),
            group,
            run: () => {
              dispatch(enterWorkspace('structure'));
              showStructure({ profiles: [regionId] });
            },
          },
        ]),
    ...(Object.keys(SECTIONS) as Section[]).map((section) => ({
      id: `section-${section}`,
      label: titles[section],
      group,
      run: () => goToSection(section),
    })),
  ];
}

function scenarioActions(t: Words, { scenarios, activeScenario }: ProjectDocument): readonly Draft[] {
  const group = t('workspace.scenario');
  return [
    {
      id: 'new-scenario',
      label: t('actions.newScenario'),
      group,
      run: () => {
        dispatch(enterWorkspace('scenario'));
        startScenario(t('newName', { ns: 'scenarios', number: scenarios.length + 1 }));
      },
    },
    ...scenarios
      .filter(({ id }) => id !== activeScenario)
      .map(({ id, name }) => ({
        id: `scenario-${id}`,
        name,
        label: t('actions.scenario', { name }),
        group,
        run: () => {
          dispatch(enterWorkspace('scenario'));
          dispatch(activateScenario(id));
        },
      })),
  ];
}

function briefingActions(t: Words, { scenes }: ProjectDocument): readonly Draft[] {
  const group = t('workspace.briefing');
  return [
    {
      id: 'save-scene',
      label: t('saveAsScene', { ns: 'briefing' }),
      group,
      keys: shownKeys('anywhere', 'saveScene')[0] ?? '',
      run: () =>
        void import('#features/briefing/save-scene.ts').then(({ saveSceneAndSay }) => saveSceneAndSay()),
    },
    {
      id: 'sample-briefing',
      label: t('sample', { ns: 'briefing' }),
      group,
      run: () =>
        void import('#features/briefing/sample-briefing.ts').then(({ openSampleBriefing }) =>
          openSampleBriefing(),
        ),
    },
    {
      id: 'save-project',
      label: t('saveProject', { ns: 'briefing' }),
      group,
      run: () =>
        void import('#features/briefing/save-project-file.ts').then(({ saveProjectFile }) =>
          saveProjectFile(t('project', { ns: 'briefing' })),
        ),
    },
    ...(scenes.length === 0
      ? []
      : [
          {
            id: 'talk',
            label: t('present', { ns: 'briefing' }),
            group,
            run: () => {
              dispatch(enterWorkspace('briefing'));
              openTalk();
            },
          },
        ]),
    ...scenes.map((scene, index) => ({
      id: `scene-${scene.id}`,
      name: scene.title,
      label: t('openScene', { ns: 'briefing', number: index + 1, title: scene.title }),
      group,
      run: () => {
        dispatch(enterWorkspace('briefing'));
        void import('#features/briefing/scene-walk.ts').then(({ showScene }) => showScene(scene));
      },
    })),
  ];
}

/** What can be done with what the project holds: pages of its region, scenarios, scenes. */
export function projectActions(t: Words, document: ProjectDocument): readonly Draft[] {
  return [...briefingActions(t, document), ...structureActions(t, document), ...scenarioActions(t, document)];
}

/** The projects kept in this browser, which of them is open, and how another one is opened. */
export interface KeptProjects {
  readonly projects: readonly ProjectSummary[];
  readonly openId: string;
  readonly open: (id: string) => void;
}

/** The other projects that have a name. */
export function openActions(t: Words, { projects, openId, open }: KeptProjects): readonly Draft[] {
  return projects
    .filter(({ id, name }) => id !== openId && name !== '')
    .map(({ id, name }) => ({
      id: `open-project-${id}`,
      name,
      label: t('projects.openNamed', { name }),
      group: t('projects.title'),
      run: () => open(id),
    }));
}
