import { Button, Combobox, Input, Kbd, useCombobox } from '@mantine/core';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { projectSession } from '#state/persistence/page-session.ts';
import { selectAndTravel } from '#state/selection-in-view.ts';
import { buildSearchIndex, searchIndex, type SearchSubject } from '#state/search/search-index.ts';
import { useProject } from '#state/store.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { deedOf } from '#ui/keyboard/shortcuts.ts';
import { SearchIcon } from '#ui/icons/icons.tsx';
import type { Action, ShellHandlers } from '../actions/action.ts';
import { listActions } from '../actions/list-actions.ts';
import { openStored } from '../projects/open-stored.ts';
import { useStoredProjects } from '../projects/use-stored-projects.ts';
import classes from './search-box.module.css';
import { useSearch } from './use-search.ts';

const MOST_PLACES = 10;
const MOST_ACTIONS = 6;
/** Typed first, it asks for actions only. */
const ACTIONS_ONLY = '>';

const openProjectOf = (id: string): void => void openStored(id);

/**
 * The command palette: finds anything with a name and everything that can be done. Choosing a place selects it and takes
 * the map there; choosing an action does it.
 */
export function SearchBox({
  inputRef,
  handlers,
}: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly handlers: ShellHandlers;
}) {
  const { t } = useTranslation([
    'app',
    'terms',
    'structure',
    'integration',
    'circles',
    'scenarios',
    'briefing',
    'commands',
  ]);
  const [text, setText] = useState('');
  const [wasUsed, setWasUsed] = useState(false);
  const { index, isComplete, hasFailed, retry, romanise } = useSearch(wasUsed);
  // Nothing more comes by itself.
  const isSettled = isComplete || hasFailed;
  // What can be done hangs on all of the project, and is asked for once somebody searches.
  const document = useProject((whole) => (wasUsed ? whole : null));
  // Enter came before there was anything to choose from: the first find is taken as soon as there is one.
  const [isAwaited, setIsAwaited] = useState(false);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const projects = useStoredProjects(combobox.dropdownOpened);
  const openId = useStore(projectSession.state, ({ id }) => id);
  const asksForActions = text.trimStart().startsWith(ACTIONS_ONLY);
  const query = asksForActions ? text.trimStart().slice(ACTIONS_ONLY.length).trim() : text.trim();
  const all = useMemo(
    () =>
      document === null ? [] : listActions(t, document, { projects, openId, open: openProjectOf }, handlers),
    [t, document, projects, openId, handlers],
  );
  const actionIndex = useMemo(() => buildSearchIndex(all, romanise), [all, romanise]);
  const actions =
    query !== ''
      ? searchIndex(actionIndex, query, asksForActions ? all.length : MOST_ACTIONS)
      : asksForActions
        ? all
        : [];
  const results = useMemo(
    () => (index === null || query === '' || asksForActions ? [] : searchIndex(index, query, MOST_PLACES)),
    [index, query, asksForActions],
  );
  const hasChoice = results.length > 0 || actions.length > 0;

  const leave = () => {
    setIsAwaited(false);
    setText('');
    combobox.closeDropdown();
    inputRef.current?.blur();
  };
  const choose = (subject: SearchSubject | undefined) => {
    if (subject === undefined) return;
    leave();
    selectAndTravel(subject.selection);
  };
  const perform = (action: Action | undefined) => {
    if (action === undefined) return;
    leave();
    action.run();
  };
  const chooseFirst = () => {
    if (results.length > 0) choose(results[0]);
    else perform(actions[0]);
  };

  useEffect(() => {
    if (isAwaited && (results.length > 0 || isSettled)) {
      setIsAwaited(false);
      chooseFirst();
    }
    // The finds move when counties, stations and pinyin join the index: mark the first of them anew.
    else if (hasChoice && query !== '') combobox.selectFirstOption();
    // Everything else that this reads is made anew at every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [results, actionIndex, isAwaited, isSettled]);

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        const place = Number(value.slice(1));
        if (value.startsWith('a')) perform(actions[place]);
        else choose(results[place]);
      }}
      width="min(380px, calc(100vw - 16px))"
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
            const deed = deedOf('searching', event);
            if (deed === 'take' && !event.nativeEvent.isComposing && text.trim() !== '') {
              // A place that is still on its way comes before an action that is here.
              if (results.length === 0 && !isSettled && !asksForActions) setIsAwaited(true);
              // Marked: the list itself takes Enter. Not yet marked: the list is still on its way in.
              else if (combobox.getSelectedOptionIndex() === -1) chooseFirst();
            }
            if (deed !== 'leave') return;
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
        {hasChoice ? (
          <Combobox.Options
            aria-label={t('search.label')}
            tabIndex={0}
            mah="min(420px, calc(100dvh - var(--atlas-bar-height) - 24px))"
            style={{ overflowY: 'auto' }}
          >
            {results.map((subject, place) => (
              <Place
                key={`${subject.kind}:${JSON.stringify(subject.selection)}`}
                subject={subject}
                value={`p${place}`}
              />
            ))}
            {actions.length > 0 && (
              <Combobox.Group label={t('actions.title')} classNames={{ groupLabel: classes.group ?? '' }}>
                {actions.map((action, place) => (
                  <Combobox.Option key={action.id} value={`a${place}`} className={classes.option ?? ''}>
                    <span className={classes.name}>{action.label}</span>
                    <span className={classes.kind}>
                      {action.keys === '' ? action.group : <Kbd size="xs">{action.keys}</Kbd>}
                    </span>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
          </Combobox.Options>
        ) : (
          // No list without choices.
          <Combobox.Empty className={classes.empty ?? ''}>
            {text.trim() === ''
              ? t('search.hint')
              : index === null || !isSettled
                ? t('search.waiting')
                : t('search.none', { query })}
          </Combobox.Empty>
        )}
        {query !== '' && !asksForActions && !isComplete && (
          <p className={classes.more}>
            {t(hasFailed ? 'search.failedMore' : 'search.loadingMore')}
            {hasFailed && (
              <Button
                size="compact-xs"
                variant="subtle"
                // The list stays open: it belongs to the field that has the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={retry}
              >
                {t('data.retry')}
              </Button>
            )}
          </p>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Place({ subject, value }: { readonly subject: SearchSubject; readonly value: string }) {
  const { t } = useTranslation(['app', 'terms']);
  const language = useLanguage();
  const context = language === 'en' ? subject.contextEn : subject.contextZh;
  return (
    <Combobox.Option value={value} className={classes.option ?? ''}>
      <span className={classes.name}>{pickName(subject, language)}</span>
      <span className={classes.kind}>{t(subject.kind, { ns: 'terms' })}</span>
      <span className={classes.context}>
        {[language === 'en' ? subject.nameZh : subject.nameEn, context].filter(Boolean).join(' · ')}
      </span>
    </Combobox.Option>
  );
}
