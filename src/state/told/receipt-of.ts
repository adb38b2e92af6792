import { circleNumbers } from '#core/reproduction/key-numbers.ts';
import { ENGINE_VERSION } from '#core/reproduction/engine-version.ts';
import type { Manifest } from '#data/manifest.ts';
import type { Receipt } from '#data/receipt.ts';
import { atlasData } from '../atlas-data.ts';
import { circleResults, type CircleResults } from '../circles/circle-results.ts';
import { showsAccessibility } from '../circles/shows-accessibility.ts';
import { withOwnData } from '../own-additions.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { statedResults } from './stated-results.ts';
import { statedStructure, type StructureValues } from './stated-structure.ts';
import { writeUrlState } from '../link/url-state.ts';
import { travelFilesInUse } from '../travel-files/travel-files-in-use.ts';

/** Own files that the engine computed with: a receipt names them and does not carry them. */
function ownTravelFiles(document: ProjectDocument): readonly string[] {
  return travelFilesInUse(document).map(({ name }) => name);
}

function statedCircle(
  document: ProjectDocument,
  { answer, request, circles, isComputing }: CircleResults,
): Receipt['circle'] {
  const readings = answer?.readings[0];
  // An answer to an earlier question says nothing about this picture.
  if (readings === undefined || answer === null || request === null) return null;
  if (circles !== document.circles || isComputing) return null;
  return {
    question: { request, minutes: readings.minutes },
    notCarried: ownTravelFiles(document),
    numbers: circleNumbers(readings, answer.stations.length),
  };
}

/** What the page has loaded, with the person's own regions in it; `null` until enough is there. */
function structureValues({ ownTables, ownRegions }: ProjectDocument): StructureValues | null {
  const { values } = atlasData.getState();
  const own = { tables: ownTables, regions: ownRegions };
  const [regions, indicators, units] = [
    withOwnData('regions', values, own),
    withOwnData('indicators', values, own),
    values.units,
  ];
  if (regions === undefined || indicators === undefined || units === undefined) return null;
  return {
    regions,
    indicators,
    units,
    employment: values.employment ?? null,
    ...(values.yardsticks !== undefined && { yardsticks: values.yardsticks }),
  };
}

/** The receipt of the present state: versions, settings, and the key numbers of what the map shows. */
export function receiptOf(document: ProjectDocument, manifest: Manifest | null): Receipt {
  const { choropleth, circles } = document.view.layers[document.view.workspace];
  const { colours, certainty, ties, clusters, ...told } = statedResults.getState();
  const { scenario, scenarioRanges, accessibility, accessibilityRanges } = told;
  // What every county reaches stands in the place of circles and colours.
  const isAccessibility = showsAccessibility(document) && accessibility !== null;
  const shown = choropleth && !isAccessibility ? colours?.() : undefined;
  const drawsCircle = circles && !isAccessibility;
  const files = ownTravelFiles(document);
  const stated = {
    score: shown?.score ?? null,
    figures: shown?.figures ?? null,
    circle: drawsCircle ? statedCircle(document, circleResults.getState()) : null,
    certainty: drawsCircle && document.activeScenario === null ? (certainty?.(document) ?? null) : null,
    scenario: drawsCircle && scenario !== null ? { ...scenario, notCarried: files } : null,
    scenarioRanges: drawsCircle && scenarioRanges !== null ? { ...scenarioRanges, notCarried: files } : null,
    accessibility: isAccessibility ? { ...accessibility, notCarried: files } : null,
    accessibilityRanges:
      isAccessibility && accessibilityRanges !== null ? { ...accessibilityRanges, notCarried: files } : null,
    ties: ties === null ? null : { ...ties, notCarried: [...ties.notCarried, ...files] },
    clusters,
  };
  const isAlone = Object.values(stated).every((part) => part === null);
  const values = structureValues(document);
  return {
    format: 'chengqun-receipt',
    version: 1,
    engineVersion: ENGINE_VERSION,
    dataVersion: manifest?.dataVersion ?? null,
    link: writeUrlState(document),
    ...stated,
    structure: values === null ? null : statedStructure(document, values, isAlone),
  };
}
