import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProject } from '#state/store.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { BELOW_SCENES } from './below-scenes.ts';
import { OpenSample } from './open-sample.tsx';
import { ProjectFile } from './project-file.tsx';

/** The whole project as one file, and back; the sample briefing. */
export function ProjectSection() {
  const { t } = useTranslation('briefing');
  const hasScenes = useProject(({ scenes }) => scenes.length > 0);
  return (
    <PanelSection title={t('project')} anchor={BELOW_SCENES.project} isOffPaper>
      <ProjectFile />
      {hasScenes && (
        <Box mt={12}>
          <OpenSample />
        </Box>
      )}
    </PanelSection>
  );
}
