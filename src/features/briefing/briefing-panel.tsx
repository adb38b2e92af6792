import { Button, Group, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setMapApprovalNumber } from '#state/commands/project-commands.ts';
import {
  addScene,
  captureScene,
  describeScene,
  moveScene,
  openScene,
  recaptureScene,
  removeScene,
} from '#state/commands/scene-commands.ts';
import { newId } from '#state/new-id.ts';
import type { Scene } from '#state/project-document.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { PanelTitle } from '#ui/panels/panel-title.tsx';

/** Scenes of the project: save, describe, order, open. */
export function BriefingPanel() {
  const { t } = useTranslation('briefing');
  const scenes = useProject((document) => document.scenes);
  const approvalNumber = useProject((document) => document.mapApprovalNumber);
  const save = () => {
    const { document } = projectStore.getState();
    dispatch(
      addScene(document, {
        id: newId(),
        title: t('defaultTitle', { number: scenes.length + 1 }),
        note: '',
        state: captureScene(document),
      }),
    );
  };
  return (
    <>
      <PanelTitle title={t('title')}>{t('intro')}</PanelTitle>
      <PanelSection title={t('scenes')} aside={scenes.length}>
        {scenes.length === 0 && <Notice kind="empty" title={t('none')} />}
        {scenes.map((scene, index) => (
          <SceneEditor key={scene.id} scene={scene} index={index} count={scenes.length} />
        ))}
        <Button mt={12} fullWidth onClick={save}>
          {t('save')}
        </Button>
      </PanelSection>
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
    </>
  );
}

/** The document as it is at the moment of a click. */
const present = () => projectStore.getState().document;

function SceneEditor({
  scene,
  index,
  count,
}: {
  readonly scene: Scene;
  readonly index: number;
  readonly count: number;
}) {
  const { t } = useTranslation('briefing');
  return (
    <div style={{ padding: '12px 0', borderBottom: '1px solid var(--atlas-hairline)' }}>
      <TextInput
        size="xs"
        aria-label={t('sceneTitle')}
        maxLength={200}
        value={scene.title}
        onChange={(event) => dispatch(describeScene(index, { title: event.currentTarget.value }))}
      />
      <Textarea
        size="xs"
        mt={4}
        autosize
        maxRows={6}
        maxLength={5_000}
        aria-label={t('note')}
        placeholder={t('note')}
        value={scene.note}
        onChange={(event) => dispatch(describeScene(index, { note: event.currentTarget.value }))}
      />
      <Group gap={4} mt={8}>
        <Button onClick={() => dispatch(openScene(present(), scene.state, true))}>{t('open')}</Button>
        <Button variant="default" onClick={() => dispatch(recaptureScene(present(), index))}>
          {t('update')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          disabled={index === 0}
          onClick={() => dispatch(moveScene(present(), index, index - 1))}
        >
          {t('up')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          disabled={index === count - 1}
          onClick={() => dispatch(moveScene(present(), index, index + 1))}
        >
          {t('down')}
        </Button>
        <Button variant="subtle" color="red" onClick={() => dispatch(removeScene(index))}>
          {t('remove')}
        </Button>
      </Group>
    </div>
  );
}
