import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/geography/annotations.ts';
import { ANNOTATION_ICONS } from './annotation-bar.tsx';
import { editAnnotation, useAnnotationTool } from './annotation-tool.ts';
import classes from './annotate.module.css';

/** The annotations of the open scene, to be chosen without a pointer. */
export function AnnotationList({ annotations }: { readonly annotations: readonly Annotation[] }) {
  const { t } = useTranslation('briefing');
  const { edited } = useAnnotationTool();
  return (
    <div>
      <p className={classes.listTitle}>{t('annotations')}</p>
      {annotations.length === 0 ? (
        <p className={classes.listHint}>{t('annotation.none')}</p>
      ) : (
        <ul className={classes.list}>
          {annotations.map(({ id, kind, text }) => {
            const Icon = ANNOTATION_ICONS[kind];
            const words = text === '' ? t(`annotation.kind.${kind}`) : text;
            return (
              <li key={id}>
                <button
                  type="button"
                  className={classes.chip}
                  aria-pressed={id === edited}
                  aria-label={t('annotation.edit', { text: words })}
                  onClick={() => editAnnotation(id === edited ? null : id)}
                >
                  <Icon size={14} stroke={1.6} aria-hidden />
                  {words}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
