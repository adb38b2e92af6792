import { IconArrowLeft, IconArrowRight, IconSquareFilled, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { projectStore, useProject } from '#state/store.ts';
import { ToolButton } from '#ui/controls/tool-button.tsx';
import classes from './presenter.module.css';
import { showScene } from './scene-walk.ts';
import { setTalking } from './talk-state.ts';

/** What a key does in a talk; clickers send the page keys, the full stop is the blank key of some. */
const KEYS: Readonly<Record<string, 'next' | 'previous' | 'first' | 'last' | 'blank' | 'exit'>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  b: 'blank',
  B: 'blank',
  '.': 'blank',
  Escape: 'exit',
};

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** The talk: scene after scene over the live map, which stays explorable. Leaving it brings the state before it back. */
export function Presenter({ from, onExit }: { readonly from: number; readonly onExit: () => void }) {
  const { t } = useTranslation('briefing');
  const scenes = useProject((document) => document.scenes);
  const [index, setIndex] = useState(from);
  const [isBlank, setBlank] = useState(false);
  const scene = scenes[index];
  const exit = useRef(onExit);
  useEffect(() => {
    exit.current = onExit;
  });

  useEffect(() => {
    const { document: kept, history } = projectStore.getState();
    const root = document.documentElement;
    root.dataset['presenting'] = 'true';
    setTalking(true);
    // Without permission (an embedded page) the talk fills the window only.
    void root.requestFullscreen?.().catch(() => undefined);
    const onFullscreen = () => {
      if (document.fullscreenElement === null) exit.current();
    };
    document.addEventListener('fullscreenchange', onFullscreen);
    return () => {
      document.removeEventListener('fullscreenchange', onFullscreen);
      delete root.dataset['presenting'];
      setTalking(false);
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
      projectStore.getState().restore({ document: kept, history });
    };
  }, []);

  useEffect(() => {
    if (scene !== undefined) showScene(scene);
  }, [scene]);

  const step = useCallback(
    (action: (typeof KEYS)[string]) => {
      const last = scenes.length - 1;
      if (action === 'exit') exit.current();
      else if (action === 'blank') setBlank((was) => !was);
      else {
        setBlank(false);
        setIndex((was) => {
          if (action === 'first') return 0;
          if (action === 'last') return last;
          return action === 'next' ? Math.min(last, was + 1) : Math.max(0, was - 1);
        });
      }
    },
    [scenes.length],
  );

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const action = KEYS[event.key];
      if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const onButton =
        event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter');
      if (onButton) return;
      event.preventDefault();
      event.stopPropagation();
      step(action);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [step]);

  if (scene === undefined) return null;
  return createPortal(
    <div data-testid="presenter">
      <div className={classes.card} aria-live="polite">
        <h2 className={classes.title}>{scene.title}</h2>
        {scene.note !== '' && <p className={classes.note}>{scene.note}</p>}
      </div>
      <div className={classes.tools} role="toolbar" aria-label={t('talk')}>
        <ToolButton label={t('previous')} disabled={index === 0} onClick={() => step('previous')}>
          <IconArrowLeft {...icon} />
        </ToolButton>
        <span className={classes.count}>
          {index + 1} / {scenes.length}
        </span>
        <ToolButton label={t('next')} disabled={index === scenes.length - 1} onClick={() => step('next')}>
          <IconArrowRight {...icon} />
        </ToolButton>
        <ToolButton label={t('blank')} pressed={isBlank} onClick={() => step('blank')}>
          <IconSquareFilled {...icon} />
        </ToolButton>
        <ToolButton label={t('endTalk')} onClick={() => step('exit')}>
          <IconX {...icon} />
        </ToolButton>
      </div>
      {isBlank && (
        <div
          className={classes.blank}
          role="presentation"
          onClick={() => step('blank')}
          data-testid="blank"
        />
      )}
    </div>,
    document.body,
  );
}
