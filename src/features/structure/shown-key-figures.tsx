import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useProject } from '#state/store.ts';
import { setShownData } from '#state/shown-data.ts';
import { useLanguage, pickName } from '#ui/i18n/use-language.ts';
import { useKeyFigures } from './study/use-key-figures.ts';
import { useCityName, useLeftOut } from './study/use-names.ts';
import { useRegionStudy, type RegionStudy } from './study/use-region-study.ts';

/** Tells exporters the figures of the selected region, in the workspaces where it is what one looks at. */
export function ShownKeyFigures() {
  const regionId = useProject(({ view: { workspace, selection } }) =>
    (workspace === 'structure' || workspace === 'briefing') && selection.kind === 'region'
      ? selection.regionId
      : null,
  );
  const study = useRegionStudy(regionId);
  return study === null ? null : <Told study={study} />;
}

function Told({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const figures = useKeyFigures(study);
  const leftOut = useLeftOut(useCityName(study.units));
  useEffect(() => {
    const notes = figures.flatMap(({ figure, label }) => {
      const left = leftOut(figure.coverage);
      return left === null ? [] : [`${label}: ${left}`];
    });
    setShownData('structure', {
      charts: [],
      tables: [
        {
          title: `${pickName(study.region, language)} · ${t('figures.title')}`,
          columns: [
            { title: '', isNumber: false },
            { title: '', isNumber: true },
          ],
          rows: figures.map(({ label, value }) => [label, value]),
          remark: notes.join(' · '),
        },
      ],
    });
  });
  useEffect(() => () => setShownData('structure', null), []);
  return null;
}
