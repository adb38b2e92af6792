import { Button, Group, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setMapApprovalNumber } from '#state/commands/project-commands.ts';
import { addScene, captureScene } from '#state/commands/scene-commands.ts';
import { newId } from '#state/new-id.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { PanelTitle } from '#ui/panels/panel-title.tsx';
import { ExportSection } from './export-section.tsx';
import { OpenSample } from './open-sample.tsx';
import { ProjectSection } from './project-section.tsx';
import { SceneEditor } from './scene-editor.tsx';
import { takeThumbnail } from './thumbnails.ts';

const Presenter = lazy(async () => ({ default: (await import('./presenter.tsx')).Presenter }));

/** Scenes of the project: save, describe, order, present; exports and the project file. */
export function BriefingPanel() {
  const { t } = useTranslation('briefing');
  const scenes = useProject((document) => document.scenes);
  const approvalNumber = useProject((document) => document.mapApprovalNumber);
  const [isPresenting, setPresenting] = useState(false);
  const save = () => {
    const { document } = projectStore.getState();
    const state = captureScene(document);
    dispatch(
      addScene(document, {
        id: newId(),
        title: t('defaultTitle', { number: scenes.length + 1 }),
        note: '',
        state,
      }),
    );
    void takeThumbnail(state);
  };
  return (
    <>
      <PanelTitle title={t('title')}>{t('intro')}</PanelTitle>
      <PanelSection title={t('scenes')} aside={scenes.length}>
        {scenes.length === 0 && (
          <Notice kind="empty" title={t('none')}>
            <OpenSample />
          </Notice>
        )}
        <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {scenes.map((scene, index) => (
            <SceneEditor key={scene.id} scene={scene} index={index} count={scenes.length} />
          ))}
        </ol>
        <Group mt={12} gap={8} grow>
          <Button onClick={save}>{t('save')}</Button>
          <Button variant="default" disabled={scenes.length === 0} onClick={() => setPresenting(true)}>
            {t('present')}
          </Button>
        </Group>
      </PanelSection>
      <ExportSection />
      <ProjectSection />
      <PanelSection title={t('approvalNumber')}>
        <TextInput
          size="xs"
          aria-label={t('approvalNumber')}
          description={t('approvalHint')}
          placeholder={t('approvalExample')}
          maxLength={60}
          value={approvalNumber}
          onChange={(event) => dispatch(setMapApprovalNumber(event.currentTarget.value))}
        />
      </PanelSection>
      {isPresenting && (
        <Suspense fallback={null}>
          <Presenter from={0} onExit={() => setPresenting(false)} />
        </Suspense>
      )}
    </>
  );
}
