import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FactList } from '#ui/facts/fact-list.tsx';
import { listKeys } from './list-keys.ts';
import classes from './help.module.css';

/** All keys of the atlas, place by place. */
export function KeyboardMap() {
  const { t } = useTranslation('keys');
  return listKeys(t).map(({ place, title, rows }) => (
    <section key={place} className={classes.keys} aria-label={title}>
      <h3 className={classes.place}>{title}</h3>
      <FactList
        facts={rows.map(({ words, keys }) => ({
          label: words,
          value: keys.map((key) => (
            <Kbd key={key} ml={4}>
              {key}
            </Kbd>
          )),
        }))}
      />
    </section>
  ));
}
