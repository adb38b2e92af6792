import { Combobox, Input, useCombobox } from '@mantine/core';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { select } from '#state/commands/view-commands.ts';
import { travelTo } from '#state/camera-motion.ts';
import { searchIndex, type SearchSubject } from '#state/search-index.ts';
import { dispatch } from '#state/store.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { SearchIcon } from '#ui/icons/icons.tsx';
import classes from './search-box.module.css';
import { useSearch } from './use-search.ts';

const MOST_RESULTS = 12;

/** Finds anything with a name: choosing selects it and takes the map there. */
export function SearchBox({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [wasUsed, setWasUsed] = useState(false);
  const { index, isComplete } = useSearch(wasUsed);
  // Enter came before there was anything to choose from: the first find is taken as soon as there is one.
  const [isAwaited, setIsAwaited] = useState(false);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const results = useMemo(
    () => (index === null || text.trim() === '' ? [] : searchIndex(index, text, MOST_RESULTS)),
    [index, text],
  );

  const choose = (subject: SearchSubject | undefined) => {
    if (subject === undefined) return;
    setIsAwaited(false);
    dispatch(select(subject.selection));
    if (subject.destination !== null) travelTo(subject.destination);
    setText('');
    combobox.closeDropdown();
    inputRef.current?.blur();
  };

  useEffect(() => {
    if (isAwaited && results.length > 0) choose(results[0]);
    else if (isAwaited && isComplete) setIsAwaited(false);
    // The finds move when counties, stations and pinyin join the index: mark the first of them anew.
    else if (results.length > 0) combobox.selectFirstOption();
    // Everything else that this reads is made anew at every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [results, isAwaited, isComplete]);

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(place) => choose(results[Number(place)])}
      width={380}
      position="bottom-end"
      shadow="md"
    >
      <Combobox.Target>
        <Input
          ref={inputRef}
          className={classes.input ?? ''}
          size="xs"
          type="search"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          leftSection={<SearchIcon />}
          rightSection={text === '' ? <kbd className={classes.key}>/</kbd> : null}
          value={text}
          onFocus={() => {
            setWasUsed(true);
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && text.trim() !== '') {
              if (results.length === 0) setIsAwaited(!isComplete);
              // Marked: the list itself takes Enter. Not yet marked: the list is still on its way in.
              else if (combobox.getSelectedOptionIndex() === -1) choose(results[0]);
            }
            if (event.key !== 'Escape') return;
            setText('');
            event.currentTarget.blur();
          }}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setIsAwaited(false);
            combobox.openDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('search.label')}>
          {results.map((subject, place) => (
            <Result
              key={`${subject.kind}:${JSON.stringify(subject.selection)}`}
              subject={subject}
              place={place}
            />
          ))}
          {results.length === 0 && (
            <Combobox.Empty className={classes.empty ?? ''}>
              {text.trim() === ''
                ? t('search.hint')
                : index === null
                  ? t('search.waiting')
                  : t('search.none', { query: text })}
            </Combobox.Empty>
          )}
        </Combobox.Options>
        {text.trim() !== '' && !isComplete && <p className={classes.more}>{t('search.loadingMore')}</p>}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Result({ subject, place }: { readonly subject: SearchSubject; readonly place: number }) {
  const { t } = useTranslation(['app', 'terms']);
  const language = useLanguage();
  const context = language === 'en' ? subject.contextEn : subject.contextZh;
  return (
    <Combobox.Option value={String(place)} className={classes.option ?? ''}>
      <span className={classes.name}>{pickName(subject, language)}</span>
      <span className={classes.kind}>{t(subject.kind, { ns: 'terms' })}</span>
      <span className={classes.context}>
        {[language === 'en' ? subject.nameZh : subject.nameEn, context].filter(Boolean).join(' · ')}
      </span>
    </Combobox.Option>
  );
}
