import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { showsAccessibility } from '#state/circles/shows-accessibility.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import type { LayerToggle, Workspace } from '#state/document/view-state.ts';
import type { MapPartProps } from '#map/map-part.ts';
import { afterFirstPicture } from '#state/first-picture.ts';

/** How a feature stands in the shell: the one place where a new panel, map part or layer switch is entered. */
export interface WorkspaceEntry {
  /** Content of the left panel; a chunk of its own. */
  readonly Panel: LazyExoticComponent<ComponentType>;
  /** Layer switches offered in this workspace, in this order. */
  readonly layers: readonly LayerToggle[];
  /** Sliders over the map: opening year of lines, year of the data. */
  readonly timeline: 'rail' | 'data' | 'none';
}

/** The five workspaces. */
export const workspaceEntries: Readonly<Record<Workspace, WorkspaceEntry>> = {
  structure: {
    Panel: lazy(async () => ({
      default: (await import('#features/structure/structure-panel.tsx')).StructurePanel,
    })),
    layers: [
      'agglomerations',
      'metros',
      'choropleth',
      'provinces',
      'prefectures',
      'counties',
      'rail',
      'plannedRail',
      'stations',
      'roadLinks',
      'labels',
    ],
    timeline: 'rail',
  },
  integration: {
    Panel: lazy(async () => ({
      default: (await import('#features/integration/integration-panel.tsx')).IntegrationPanel,
    })),
    layers: [
      'choropleth',
      'agglomerations',
      'metros',
      'provinces',
      'prefectures',
      'rail',
      'roadLinks',
      'labels',
    ],
    timeline: 'data',
  },
  circles: {
    Panel: lazy(async () => ({
      default: (await import('#features/circles/circles-panel.tsx')).CirclesPanel,
    })),
    layers: [
      'circles',
      'agglomerations',
      'metros',
      'provinces',
      'prefectures',
      'counties',
      'choropleth',
      'rail',
      'stations',
      'roadLinks',
      'labels',
    ],
    timeline: 'none',
  },
  scenario: {
    Panel: lazy(async () => ({
      default: (await import('#features/scenarios/scenarios-panel.tsx')).ScenariosPanel,
    })),
    layers: [
      'circles',
      'choropleth',
      'agglomerations',
      'metros',
      'provinces',
      'prefectures',
      'counties',
      'rail',
      'plannedRail',
      'stations',
      'roadLinks',
      'labels',
    ],
    timeline: 'none',
  },
  briefing: {
    Panel: lazy(async () => ({
      default: (await import('#features/briefing/briefing-panel.tsx')).BriefingPanel,
    })),
    layers: [
      'agglomerations',
      'metros',
      'choropleth',
      'circles',
      'provinces',
      'prefectures',
      'counties',
      'rail',
      'plannedRail',
      'stations',
      'roadLinks',
      'labels',
    ],
    timeline: 'none',
  },
};

/**
 * Components that compute and draw on the map, mounted while any of their layers is visible (so that circles also stand
 * in the scenario workspace), in one workspace whatever is visible, or where the project holds what they draw.
 */
export const mapParts: readonly ({
  readonly id: string;
  readonly Component: LazyExoticComponent<ComponentType<MapPartProps>>;
} & (
  | { readonly layers: readonly LayerToggle[] }
  | { readonly workspace: Workspace }
  | { readonly isNeeded: (document: ProjectDocument) => boolean }
))[] = [
  {
    id: 'integration',
    layers: ['choropleth'],
    Component: lazy(async () => ({
      default: (await import('#features/integration/integration-map.tsx')).IntegrationMap,
    })),
  },
  {
    // Before the circles: a click on a boundary is not one for the circle.
    id: 'own-shapes',
    isNeeded: ({ ownShapes }) => ownShapes.length > 0,
    Component: lazy(() =>
      afterFirstPicture(async () => ({
        default: (await import('#features/circles/own-shapes/shapes-map-part.tsx')).ShapesMapPart,
      })),
    ),
  },
  {
    id: 'circles',
    layers: ['circles'],
    Component: lazy(async () => ({
      default: (await import('#features/circles/circles-map-part.tsx')).CirclesMapPart,
    })),
  },
  {
    // After the circles: where a scenario is active, its comparison stands in their place.
    id: 'scenario',
    layers: ['circles', 'rail'],
    Component: lazy(() =>
      afterFirstPicture(async () => ({
        default: (await import('#features/scenarios/scenario-map-part.tsx')).ScenarioMapPart,
      })),
    ),
  },
  {
    // After circles and scenario: it stands in the place of what they draw.
    id: 'accessibility',
    isNeeded: showsAccessibility,
    Component: lazy(() =>
      afterFirstPicture(async () => ({
        default: (await import('#features/circles/accessibility/accessibility-map-part.tsx'))
          .AccessibilityMapPart,
      })),
    ),
  },
  {
    id: 'structure',
    // It draws in its own workspace only, whatever is switched on there.
    layers: ['agglomerations', 'metros', 'provinces', 'prefectures', 'rail', 'labels', 'flows'],
    Component: lazy(() =>
      afterFirstPicture(async () => ({
        default: (await import('#features/structure/structure-map.tsx')).StructureMap,
      })),
    ),
  },
  {
    id: 'briefing',
    workspace: 'briefing',
    Component: lazy(() =>
      afterFirstPicture(async () => ({
        default: (await import('#features/briefing/briefing-map-part.tsx')).BriefingMapPart,
      })),
    ),
  },
];
