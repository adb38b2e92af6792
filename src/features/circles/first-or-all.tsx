import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './circles.module.css';

/** The first rows of a long list, or all of them, with the button between; on paper it is said that there are more. */
export function FirstOrAll<Item>({
  items,
  first,
  children,
}: {
  readonly items: readonly Item[];
  /** How many are shown until one asks for the rest. */
  readonly first: number;
  readonly children: (shown: readonly Item[]) => ReactNode;
}) {
  const { t } = useTranslation('circles');
  const [isWhole, setIsWhole] = useState(false);
  const count = items.length;
  return (
    <>
      {children(isWhole ? items : items.slice(0, first))}
      {count > first && !isWhole && (
        <p data-only-paper className={classes.hint}>
          {t('county.first', { shown: first, count })}
        </p>
      )}
      {count > first && (
        <Button variant="default" fullWidth mt={8} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('county.less', { count: first }) : t('county.more', { count })}
        </Button>
      )}
    </>
  );
}
