import { benchCircle } from './circle.ts';
import { benchCircleBrowser } from './circle-browser.ts';
import { benchCountyView } from './county-view.ts';
import { benchDecode } from './decode.ts';
import { benchExport } from './export.ts';
import { benchFirstLoad } from './first-load.ts';
import { benchLongRun } from './long-run.ts';
import type { Measurement } from './measurement.ts';
import { benchPan } from './pan.ts';
import { benchProject } from './project.ts';
import { benchRecolour } from './recolour.ts';
import { benchRecolourPage } from './recolour-page.ts';
import { benchSceneNote } from './scene-note.ts';
import { benchScore } from './score.ts';
import { benchSearch } from './search.ts';
import { benchSlides } from './slides.ts';
import { benchStructure } from './structure.ts';
import { benchThrottled } from './throttled.ts';
import { benchTravelData } from './travel-data.ts';

/** All benches by the name under which `npm run bench -- <name>` runs one alone. */
export const BENCHES: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  'first-load': () => benchFirstLoad(),
  throttled: () => benchThrottled(),
  'county-view': () => benchCountyView(),
  decode: () => benchDecode(),
  score: () => benchScore(),
  recolour: () => Promise.resolve(benchRecolour()),
  'recolour-page': () => benchRecolourPage(),
  pan: () => benchPan(),
  search: () => Promise.resolve(benchSearch()),
  structure: () => benchStructure(),
  circle: () => benchCircle(),
  'circle-browser': () => benchCircleBrowser(),
  'travel-data': () => benchTravelData(),
  'scene-note': () => benchSceneNote(),
  slides: () => benchSlides(),
  'long-run': () => benchLongRun(),
  export: () => benchExport(),
  project: () => Promise.resolve(benchProject()),
};
