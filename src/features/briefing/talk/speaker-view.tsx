import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '#state/document/project-document.ts';
import { formatClock } from '#ui/format/date-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useThumbnail } from '../thumbnails.ts';
import classes from './speaker-view.module.css';
import type { TalkAction } from './talk-keys.ts';
import { clockWords, elapsedMs, startTimer, toggleTimer, type TalkTimer } from './talk-timer.ts';

/** How often the clocks are read, milliseconds. */
const TICK_MS = 500;

/** Sizes of the notes, pixels. */
const SIZES = [16, 20, 24, 30] as const;

/** What the speaker sees and the room does not: notes, what comes next, the time. */
export function SpeakerView({
  scenes,
  index,
  isBlank,
  onAction,
}: {
  readonly scenes: readonly Scene[];
  readonly index: number;
  readonly isBlank: boolean;
  readonly onAction: (action: TalkAction) => void;
}) {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const [timer, setTimer] = useState<TalkTimer>(() => startTimer(Date.now()));
  const [nowMs, setNowMs] = useState(() => Date.now());
  const [size, setSize] = useState<(typeof SIZES)[number]>(SIZES[1]);
  useEffect(() => {
    const ticking = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(ticking);
  }, []);
  const scene = scenes[index];
  const next = scenes[index + 1];
  const sizeAt = SIZES.indexOf(size);
  if (scene === undefined) return null;
  return (
    <main className={classes.view} data-testid="speaker">
      <header className={classes.head}>
        <span className={classes.count}>
          {index + 1} / {scenes.length}
          {scene.section !== '' && <span className={classes.section}>{scene.section}</span>}
        </span>
        {isBlank && <span className={classes.blank}>{t('speaker.isBlank')}</span>}
        <span className={classes.timer} role="timer" aria-label={t('speaker.elapsed')}>
          {clockWords(elapsedMs(timer, nowMs))}
        </span>
        <button type="button" onClick={() => setTimer(toggleTimer(timer, Date.now()))}>
          {timer.sinceMs === null ? t('speaker.goOn') : t('speaker.pause')}
        </button>
        <button type="button" onClick={() => setTimer(startTimer(Date.now()))}>
          {t('speaker.restart')}
        </button>
        <time className={classes.clock}>{formatClock(nowMs, language)}</time>
      </header>
      <section className={classes.now}>
        <h1 className={classes.title}>{scene.title}</h1>
        <p className={classes.note} style={{ fontSize: size }}>
          {scene.note === '' ? t('speaker.noNote') : scene.note}
        </p>
      </section>
      <aside className={classes.next}>
        <h2 className={classes.nextTitle}>{t('speaker.next')}</h2>
        {next === undefined ? <p>{t('speaker.last')}</p> : <NextScene scene={next} />}
        <p className={classes.keys}>{t('speaker.keys')}</p>
      </aside>
      <footer className={classes.foot}>
        <button type="button" disabled={index === 0} onClick={() => onAction({ do: 'previous' })}>
          {t('previous')}
        </button>
        <button type="button" disabled={next === undefined} onClick={() => onAction({ do: 'next' })}>
          {t('next')}
        </button>
        <button type="button" aria-pressed={isBlank} onClick={() => onAction({ do: 'blank' })}>
          {t('blank')}
        </button>
        <button type="button" onClick={() => onAction({ do: 'back' })}>
          {t('backToScene')}
        </button>
        <span className={classes.gap} />
        <button
          type="button"
          aria-label={t('speaker.smaller')}
          disabled={sizeAt === 0}
          onClick={() => setSize(SIZES[sizeAt - 1] ?? size)}
        >
          A−
        </button>
        <button
          type="button"
          aria-label={t('speaker.larger')}
          disabled={sizeAt === SIZES.length - 1}
          onClick={() => setSize(SIZES[sizeAt + 1] ?? size)}
        >
          A+
        </button>
        <button type="button" onClick={() => onAction({ do: 'exit' })}>
          {t('endTalk')}
        </button>
      </footer>
    </main>
  );
}

function NextScene({ scene }: { readonly scene: Scene }) {
  const thumbnail = useThumbnail(scene.id);
  return (
    <>
      {thumbnail !== null && <img className={classes.picture} src={thumbnail} alt="" />}
      <p className={classes.nextScene}>{scene.title}</p>
    </>
  );
}
