import { Button, Group, TextInput } from '@mantine/core';
import { IconCameraPlus, IconPresentation } from '@tabler/icons-react';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { setMapApprovalNumber } from '#state/commands/project-commands.ts';
import { openSceneOf } from '#state/open-scene.ts';
import { PROJECT_LIMITS } from '#state/document/project-schema.ts';
import { dispatch, useProject } from '#state/store.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { PanelTitle } from '#ui/panels/panel-title.tsx';
import { SectionJumps } from '#ui/panels/section-jumps.tsx';
import { ExportSection } from './export-section.tsx';
import { OpenSample } from './open-sample.tsx';
import { ProjectSection } from './project-section.tsx';
import { BELOW_SCENES, type BelowScenes } from './below-scenes.ts';
import { saveScene } from './save-scene.ts';
import { SceneList } from './scene-list.tsx';
import { closeTalk, openTalk, talkOpening } from './talk/talk-state.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

const Presenter = lazy(async () => ({ default: (await import('./talk/presenter.tsx')).Presenter }));

/** Scenes of the project: save, describe, order, present; exports and the project file. */
export function BriefingPanel() {
  const { t } = useTranslation('briefing');
  const scenes = useProject((document) => document.scenes);
  const approvalNumber = useProject((document) => document.mapApprovalNumber);
  const from = useProject((document) => openSceneOf(document)?.index ?? 0);
  const isPresenting = useStore(talkOpening, ({ isOpen }) => isOpen);
  useEffect(() => closeTalk, []);
  return (
    <>
      <PanelTitle title={t('title')}>{t('intro')}</PanelTitle>
      {scenes.length > 0 && (
        <SectionJumps
          label={t('jumps')}
          columns={3}
          targets={(Object.keys(BELOW_SCENES) as BelowScenes[]).map((key) => ({
            key,
            title: t(key),
            anchor: BELOW_SCENES[key],
          }))}
          onJump={(key) => document.getElementById(BELOW_SCENES[key])?.scrollIntoView({ block: 'start' })}
        />
      )}
      <PanelSection title={t('scenes')} aside={scenes.length}>
        {scenes.length === 0 && (
          <Notice kind="empty" title={t('none')}>
            {t('noneHint')}
          </Notice>
        )}
        <Group mt={scenes.length === 0 ? 12 : 0} mb={8} gap={8} grow>
          <Button
            leftSection={<IconCameraPlus {...icon} />}
            variant={scenes.length === 0 ? 'filled' : 'default'}
            disabled={scenes.length >= PROJECT_LIMITS.scenes}
            onClick={saveScene}
          >
            {t('save')}
          </Button>
          {scenes.length > 0 && (
            <Button leftSection={<IconPresentation {...icon} />} onClick={openTalk}>
              {t('present')}
            </Button>
          )}
        </Group>
        {scenes.length === 0 ? <OpenSample /> : <SceneList />}
      </PanelSection>
      <ExportSection />
      <ProjectSection />
      <PanelSection
        title={t('approvalNumber')}
        anchor={BELOW_SCENES.approvalNumber}
        isOffPaper={approvalNumber.trim() === ''}
      >
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
          <Presenter from={from} onExit={closeTalk} />
        </Suspense>
      )}
    </>
  );
}
