import { shownWorkspace } from '#state/open-scene.ts';
import { useProject } from '#state/store.ts';
import { useStructureView } from '../structure-view.ts';
import { useRegionStudy } from '../study/use-region-study.ts';
import { ShownNational } from './shown-national.tsx';
import { SHOWN_PAGES } from './shown-pages.tsx';

/**
 * Tells exporters the charts and tables of the page that is open, or that the open scene was saved with; of the whole
 * country where no region is; the key figures of what is selected in scenes of the briefing itself.
 */
export function ShownStructure() {
  const isStructure = useProject((document) => shownWorkspace(document) === 'structure');
  const isBriefing = useProject(({ view }) => view.workspace === 'briefing');
  const selected = useProject(({ view: { selection } }) =>
    selection.kind === 'region' ? selection.regionId : null,
  );
  const view = useStructureView();
  const regionId = isStructure ? (view.regionId ?? selected) : isBriefing ? selected : null;
  const study = useRegionStudy(regionId);
  if (study === null) return isStructure && regionId === null ? <ShownNational /> : null;
  const Page = SHOWN_PAGES[isStructure ? view.page : 'cities'];
  return Page === null ? null : <Page study={study} />;
}
