import type { ReactNode } from 'react';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from './inspector-header.module.css';

/** Kind, name and the name in the other language. */
export function InspectorHeader({
  kind,
  name,
  other,
  badge,
}: {
  readonly kind: string;
  readonly name: string;
  readonly other?: string;
  readonly badge?: ReactNode;
}) {
  const language = useLanguage();
  return (
    <header className={classes.header}>
      <p className={classes.kind}>{kind}</p>
      <h2 className={classes.name}>{name}</h2>
      {other !== undefined && other !== '' && other !== name && (
        <p className={classes.other} lang={language === 'en' ? 'zh-CN' : 'en'}>
          {other}
        </p>
      )}
      {badge !== undefined && <div className={classes.badge}>{badge}</div>}
    </header>
  );
}
