import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import {
  IconArrowsMove,
  IconArrowUpRight,
  IconCheck,
  IconPolygon,
  IconTag,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ANNOTATION_KINDS,
  ANNOTATION_TEXT_LENGTH,
  POSITIONS_OF,
  positionsOf,
  type Annotation,
  type AnnotationKind,
} from '#core/geography/annotations.ts';
import { describeAnnotation } from '#state/commands/annotation-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { ToolButton } from '#ui/controls/tool-button.tsx';
import { deedOf, handleStep } from '#ui/keyboard/shortcuts.ts';
import classes from './annotate.module.css';
import {
  editAnnotation,
  editedAnnotation,
  finishArea,
  hasRoomForAnnotation,
  nudgeEdited,
  removeEdited,
  takeBackPosition,
  takeTool,
  toggleMoving,
  useAnnotationTool,
} from './annotation-tool.ts';

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

export const ANNOTATION_ICONS: Readonly<Record<AnnotationKind, typeof IconTag>> = {
  label: IconTag,
  arrow: IconArrowUpRight,
  area: IconPolygon,
};

/** Steps of the arrow keys, CSS pixels; with Shift the longer one. */
const STEP = 4;
const LONG_STEP = 40;

function nudgeByKey(event: ReactKeyboardEvent): void {
  const step = handleStep(event);
  if (step === null) return;
  event.preventDefault();
  const pixels = step.isFar ? LONG_STEP : STEP;
  // Pixels of a screen count downwards.
  nudgeEdited(step.x * pixels, -step.y * pixels);
}

/** The map takes the focus, so that arrow keys pan it and Enter places what is under its middle. */
function focusMap(): void {
  document.querySelector<HTMLElement>('#atlas-map canvas')?.focus();
}

/** Kinds to place, and the words of the one being edited; floats over the map while a scene is open. */
export function AnnotationBar() {
  const { t } = useTranslation('briefing');
  const { placing, draft } = useAnnotationTool();
  useProject(({ scenes }) => scenes);
  const shown = editedAnnotation();
  const isPlacing = placing !== null;

  useEffect(() => {
    document.documentElement.toggleAttribute('data-placing', isPlacing);
    if (!isPlacing) return undefined;
    const listen = (event: KeyboardEvent) => {
      const deed = deedOf('onMap', event);
      if (deed !== 'stopPlacing' && deed !== 'lastPosition') return;
      if (deed === 'stopPlacing' || !takeBackPosition()) takeTool(null);
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
      document.documentElement.removeAttribute('data-placing');
    };
  }, [isPlacing]);
  useEffect(() => () => takeTool(null), []);

  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label={t('annotations')}
      data-off-stage
      data-covers="whole"
    >
      <div className={classes.kinds}>
        {ANNOTATION_KINDS.map((kind) => {
          const Icon = ANNOTATION_ICONS[kind];
          return (
            <ToolButton
              key={kind}
              label={t(`annotation.add.${kind}`)}
              pressed={placing === kind}
              disabled={!hasRoomForAnnotation()}
              onClick={() => {
                takeTool(placing === kind ? null : kind);
                if (placing !== kind) focusMap();
              }}
            >
              <Icon {...icon} />
            </ToolButton>
          );
        })}
      </div>
      {placing !== null && (
        <p className={classes.hint} role="status">
          {t(`annotation.hint.${placing}`)}
          {placing === 'area' && draft.length >= POSITIONS_OF.area.least && (
            <Button size="compact-xs" ml={8} onClick={finishArea}>
              {t('annotation.finish')}
            </Button>
          )}
        </p>
      )}
      {shown !== null && <EditedWords key={shown.annotation.id} {...shown} />}
    </div>
  );
}

/** Where an annotation stands, in words. */
function placeOf(annotation: Annotation): string {
  const [lng, lat] = positionsOf(annotation)[0] ?? [0, 0];
  return `${lat.toFixed(3)}° N, ${lng.toFixed(3)}° E`;
}

/** Words, moving and removing of one annotation. */
function EditedWords({
  annotation,
  index,
  sceneIndex,
}: {
  readonly annotation: Annotation;
  readonly index: number;
  readonly sceneIndex: number;
}) {
  const { t } = useTranslation('briefing');
  const { isMoving } = useAnnotationTool();
  const words = useRef<HTMLInputElement>(null);
  const place = placeOf(annotation);
  const [takenUpAt] = useState(place);
  // The annotation was just made or chosen: the next thing is to name it.
  useEffect(() => words.current?.focus(), []);
  return (
    <div className={classes.edit}>
      <TextInput
        ref={words}
        size="xs"
        className={classes.words ?? ''}
        aria-label={t(`annotation.words.${annotation.kind}`)}
        placeholder={t(`annotation.words.${annotation.kind}`)}
        maxLength={ANNOTATION_TEXT_LENGTH}
        value={annotation.text}
        onChange={(event) => dispatch(describeAnnotation(sceneIndex, index, event.currentTarget.value))}
        onKeyDown={(event) => {
          if (deedOf('inWords', event) !== 'done') return;
          event.preventDefault();
          event.stopPropagation();
          editAnnotation(null);
          focusMap();
        }}
      />
      <span onKeyDown={nudgeByKey} role="presentation">
        <ToolButton label={t('annotation.move')} pressed={isMoving} onClick={toggleMoving}>
          <IconArrowsMove {...icon} />
        </ToolButton>
      </span>
      <ToolButton label={t('annotation.remove')} onClick={removeEdited}>
        <IconTrash {...icon} />
      </ToolButton>
      <ToolButton label={t('annotation.done')} onClick={() => editAnnotation(null)}>
        <IconCheck {...icon} />
      </ToolButton>
      <VisuallyHidden role="status">
        {place === takenUpAt ? '' : t('annotation.movedTo', { place })}
      </VisuallyHidden>
    </div>
  );
}
