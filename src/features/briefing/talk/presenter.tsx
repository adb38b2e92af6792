import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowBackUp,
  IconMaximize,
  IconNotes,
  IconSquareFilled,
  IconX,
} from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useProject } from '#state/store.ts';
import { ToolButton } from '#ui/controls/tool-button.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';
import { showScene } from '../scene-walk.ts';
import classes from './presenter.module.css';
import { SpeakerView } from './speaker-view.tsx';
import {
  isStageAction,
  sceneAfter,
  staysWithMap,
  talkActionOf,
  type StageAction,
  type TalkAction,
} from './talk-keys.ts';
import { useSpeakerWindow } from './use-speaker-window.ts';
import { toggleFullscreen, useStage } from './use-stage.ts';

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** The talk: scene after scene over the live map, which stays explorable. Leaving it brings the state before it back. */
export function Presenter({ from, onExit }: { readonly from: number; readonly onExit: () => void }) {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const scenes = useProject((document) => document.scenes);
  const [index, setIndex] = useState(from);
  const [isBlank, setBlank] = useState(false);
  const [hidesNote, setHidesNote] = useState(false);
  const scene = scenes[index];
  const { keepThroughFullscreenLoss } = useStage(onExit);
  // After the stage, which hides what had the focus until it is cleared.
  useReturnFocus();

  useEffect(() => {
    if (scene !== undefined) showScene(scene);
  }, [scene]);

  const act = useCallback(
    (action: TalkAction) => {
      const stage: Readonly<Record<StageAction, () => void>> = {
        exit: onExit,
        blank: () => setBlank((was) => !was),
        notes: () => setHidesNote((was) => !was),
        fullscreen: toggleFullscreen,
        back: () => {
          setBlank(false);
          if (scene !== undefined) showScene(scene);
        },
      };
      if (isStageAction(action)) stage[action.do]();
      else {
        setBlank(false);
        setIndex((was) => sceneAfter(action, was, scenes.length));
      }
    },
    [onExit, scene, scenes.length],
  );

  const onKey = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) {
        // Undo and the like would change the project in the middle of a talk.
        event.stopPropagation();
        return;
      }
      const onButton =
        (event.target as Element | null)?.tagName === 'BUTTON' &&
        (event.key === ' ' || event.key === 'Enter');
      if (onButton || staysWithMap(event.key)) return;
      event.stopPropagation();
      const action = talkActionOf(event.key);
      if (action === null) return;
      event.preventDefault();
      act(action);
    },
    [act],
  );
  useEffect(() => {
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [onKey]);

  const speaker = useSpeakerWindow(t('speaker.title'), language, onKey);
  const openSpeaker = () => {
    keepThroughFullscreenLoss();
    speaker.open();
    // The notes have moved to the other window.
    setHidesNote(true);
  };

  if (scene === undefined) return null;
  return createPortal(
    <div data-testid="presenter">
      <div className={classes.card} data-covers="whole" aria-live="polite">
        <h2 className={classes.title}>{scene.title}</h2>
        {scene.note !== '' && !hidesNote && <p className={classes.note}>{scene.note}</p>}
        {speaker.isBlocked && <p className={classes.note}>{t('speaker.blocked')}</p>}
      </div>
      <div className={classes.tools} data-covers="whole" role="toolbar" aria-label={t('talk')}>
        <ToolButton label={t('previous')} disabled={index === 0} onClick={() => act({ do: 'previous' })}>
          <IconArrowLeft {...icon} />
        </ToolButton>
        <span className={classes.count}>
          {index + 1} / {scenes.length}
        </span>
        <ToolButton
          label={t('next')}
          disabled={index === scenes.length - 1}
          onClick={() => act({ do: 'next' })}
        >
          <IconArrowRight {...icon} />
        </ToolButton>
        <ToolButton label={t('backToScene')} onClick={() => act({ do: 'back' })}>
          <IconArrowBackUp {...icon} />
        </ToolButton>
        <ToolButton label={t('blank')} pressed={isBlank} onClick={() => act({ do: 'blank' })}>
          <IconSquareFilled {...icon} />
        </ToolButton>
        <ToolButton label={t('speaker.open')} pressed={speaker.container !== null} onClick={openSpeaker}>
          <IconNotes {...icon} />
        </ToolButton>
        <ToolButton label={t('fullscreen')} onClick={() => act({ do: 'fullscreen' })}>
          <IconMaximize {...icon} />
        </ToolButton>
        <ToolButton label={t('endTalk')} onClick={() => act({ do: 'exit' })}>
          <IconX {...icon} />
        </ToolButton>
      </div>
      {isBlank && (
        <div
          className={classes.blank}
          role="presentation"
          onClick={() => act({ do: 'blank' })}
          data-testid="blank"
        />
      )}
      {speaker.container !== null &&
        createPortal(
          <SpeakerView scenes={scenes} index={index} isBlank={isBlank} onAction={act} />,
          speaker.container,
        )}
    </div>,
    document.body,
  );
}
