import { Button, FileButton, Group, Modal, NumberInput, Select, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUANTITIES, readOwnIndex, type OwnIndex } from '#core/scoring/composite/own-index.ts';
import { scoreDeclaration } from '#core/scoring/composite/score-columns.ts';
import { DIMENSION_ORDER } from '#core/scoring/score-options.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import type { Failure } from '#core/units/result.ts';
import { setOwnIndex } from '#state/commands/own-data-commands.ts';
import { OWN_DATA_LIMITS } from '#data/own-data-schema.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { saveCsv, saveText } from '#ui/files/save-file.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { declarationTable, declarationText, readDeclaration } from './declaration-file.ts';
import { DeclarationProblem } from './declaration-problem.tsx';
import { changeNode, EMPTY_INDEX, freeId, placeNodes, withNodes, withSettings } from './index-draft.ts';
import { AGGREGATIONS, IndexTree, WEIGHTINGS } from './index-tree.tsx';
import { NormalisationChoice } from './normalisation-choice.tsx';
import classes from './own-index.module.css';

/** Declares the index of the preset “own”: indicators, tree, directions, weights, methods; or takes it from a JSON document. */
export function OwnIndexDialog({
  result,
  source,
  onClose,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
  readonly onClose: () => void;
}) {
  useReturnFocus();
  const { t } = useTranslation(['integration']);
  const words = useMeasureWords();
  const year = useProject(({ integration }) => integration.year);
  const stored = useProject((document) => document.ownIndex);
  const [draft, setDraft] = useState<OwnIndex>(stored ?? EMPTY_INDEX);
  const { definitions } = source.table;
  const indicators = usableIndicators(source);
  const { units, nodes } = draft.declaration;
  const read = readOwnIndex({ ...draft.declaration, quantity: draft.quantity }, [units, ...indicators]);
  const failure: Failure | null = read.ok ? null : read.failure;
  const isAtNode = failure !== null && nodes.some(({ id }) => id === failure.values?.['node']);
  const nameOf = (id: string) => words.nodeName(id, definitions);
  const apply = (index: OwnIndex | null) => {
    dispatch(setOwnIndex(projectStore.getState().document, index));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('ownIndex.title')}
      size={860}
      closeButtonProps={{ 'aria-label': t('own.close') }}
    >
      <p className={classes.note}>{t('ownIndex.intro')}</p>
      <Group gap="xs" mb={12}>
        <Button
          size="xs"
          variant="default"
          onClick={() => setDraft({ quantity: 'K', declaration: scoreDeclaration(result, year) })}
        >
          {t('ownIndex.fromScore')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setDraft(EMPTY_INDEX)}>
          {t('ownIndex.fromNothing')}
        </Button>
      </Group>
      <Settings draft={draft} onDraft={setDraft} />
      <h3 className={classes.head}>{t('ownIndex.tree')}</h3>
      <IndexTree
        nodes={nodes}
        nameOf={nameOf}
        failure={failure}
        onNodes={(next) => setDraft(withNodes(draft, next))}
      />
      <AddNodes source={source} indicators={indicators} nameOf={nameOf} draft={draft} onDraft={setDraft} />
      {failure !== null && !isAtNode && draft !== EMPTY_INDEX && <DeclarationProblem failure={failure} />}
      <DeclarationFile
        indicators={indicators}
        valid={read.ok ? read.value : null}
        result={result}
        onRead={setDraft}
      />
      <Group mt="md" justify="space-between">
        <Button variant="subtle" disabled={stored === null} onClick={() => apply(null)}>
          {t('ownIndex.giveUp')}
        </Button>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('own.cancelAll')}
          </Button>
          <Button
            disabled={!read.ok || nodes.length > OWN_DATA_LIMITS.indexNodes}
            onClick={() => read.ok && apply(read.value)}
          >
            {t('ownIndex.apply')}
          </Button>
        </Group>
      </Group>
    </Modal>
  );
}

/** Ids of indicators that have figures of cities. */
function usableIndicators({ table }: ScoreSource): readonly string[] {
  const withFigures = new Set([
    ...table.series.filter(({ level }) => level === 'prefecture').map(({ indicator }) => indicator),
    ...table.regional.map(({ indicator }) => indicator),
  ]);
  return [...table.definitions.keys()].filter((id) => withFigures.has(id));
}

interface DraftProps {
  readonly draft: OwnIndex;
  readonly onDraft: (draft: OwnIndex) => void;
}

function Settings({ draft, onDraft }: DraftProps) {
  const { t } = useTranslation(['integration']);
  const { declaration, quantity } = draft;
  const hint = useId();
  const threshold = declaration.dataThreshold;
  return (
    <div className={classes.settings}>
      <Select
        label={t('ownIndex.quantity')}
        aria-describedby={hint}
        data={QUANTITIES.map((value) => ({
          value: value as string,
          label: t(`ownIndex.quantities.${value}`),
        }))}
        value={quantity}
        allowDeselect={false}
        onChange={(value) => {
          const next = QUANTITIES.find((one) => one === value);
          if (next !== undefined) onDraft({ ...draft, quantity: next });
        }}
      />
      <div>
        <NormalisationChoice
          label={t('ownIndex.normalise')}
          value={declaration.normalise}
          canInherit={false}
          onChange={(normalise) => normalise !== undefined && onDraft(withSettings(draft, { normalise }))}
        />
      </div>
      <Select
        label={t('ownIndex.aggregate')}
        data={AGGREGATIONS.map((value) => ({
          value: value as string,
          label: t(`ownIndex.aggregation.${value}`),
        }))}
        value={declaration.aggregate}
        allowDeselect={false}
        onChange={(value) => {
          const aggregate = AGGREGATIONS.find((one) => one === value);
          if (aggregate !== undefined) onDraft(withSettings(draft, { aggregate }));
        }}
      />
      <Select
        label={t('ownIndex.weights')}
        data={WEIGHTINGS.map((value) => ({
          value: value as string,
          label: t(`ownIndex.weighting.${value}`),
        }))}
        value={declaration.weights ?? 'own'}
        allowDeselect={false}
        onChange={(value) => {
          const weights = WEIGHTINGS.find((one) => one === value);
          if (weights !== undefined) onDraft(withSettings(draft, { weights }));
        }}
      />
      <NumberInput
        label={t('ownIndex.threshold')}
        min={0}
        max={1}
        step={0.05}
        value={threshold ?? 0}
        onChange={(value) =>
          typeof value === 'number' && onDraft(withSettings(draft, { dataThreshold: value }))
        }
      />
      <p id={hint} className={classes.hint}>
        {t(`ownIndex.quantityHint.${quantity}`)}
      </p>
    </div>
  );
}

function AddNodes({
  source,
  indicators,
  nameOf,
  draft,
  onDraft,
}: DraftProps & {
  readonly source: ScoreSource;
  readonly indicators: readonly string[];
  readonly nameOf: (id: string) => string;
}) {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const [into, setInto] = useState<string | null>(null);
  const { nodes } = draft.declaration;
  const { definitions } = source.table;
  const groups = placeNodes(nodes).filter(({ isLeaf }) => !isLeaf);
  const parent = groups.find(({ node }) => node.id === into)?.node.id ?? groups[0]?.node.id;
  const taken = new Set(nodes.map(({ id }) => id));
  const free = indicators.flatMap((id) => (taken.has(id) ? [] : (definitions.get(id) ?? [])));
  const groupOf = (dimension: (typeof DIMENSION_ORDER)[number] | null, group: string) => ({
    group,
    items: free
      .filter((one) => one.dimension === dimension)
      .map((one) => ({ value: one.id, label: pickName(one, language) })),
  });
  const add = (node: { id: string; direction?: 1 | -1 }) =>
    onDraft(withNodes(draft, [...nodes, parent === undefined ? node : { ...node, parent }]));
  return (
    <div className={classes.add}>
      <Select
        label={t('ownIndex.addIndicator')}
        placeholder={t('ownIndex.choose')}
        data={[
          ...DIMENSION_ORDER.map((id) => groupOf(id, t(`dimension.${id}`, { ns: 'terms' }))),
          groupOf(null, t('own.noDimension')),
        ].filter(({ items }) => items.length > 0)}
        value={null}
        searchable
        onChange={(id) =>
          id !== null && add({ id, direction: definitions.get(id)?.direction === -1 ? -1 : 1 })
        }
      />
      <Select
        label={t('ownIndex.into')}
        data={groups.map(({ node }) => ({ value: node.id, label: nameOf(node.id) }))}
        value={parent ?? null}
        allowDeselect={false}
        onChange={setInto}
      />
      <Button
        variant="default"
        onClick={() => {
          const id = freeId(nodes, t('ownIndex.newGroup'));
          const next = [...nodes, { id }];
          onDraft(withNodes(draft, parent === undefined ? next : changeNode(next, id, { parent })));
          setInto(id);
        }}
      >
        {t('ownIndex.addGroup')}
      </Button>
    </div>
  );
}

/** The declaration as a document: taken from one, or saved with the table it is computed on. */
function DeclarationFile({
  indicators,
  valid,
  result,
  onRead,
}: {
  readonly indicators: readonly string[];
  readonly valid: OwnIndex | null;
  readonly result: ScoreResult;
  readonly onRead: (index: OwnIndex) => void;
}) {
  const { t } = useTranslation(['integration']);
  const year = useProject(({ integration }) => integration.year);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = (json: string) => {
    const read = readDeclaration(json, indicators);
    setFailure(read.ok ? null : read.failure);
    if (read.ok) onRead(read.value);
  };
  return (
    <>
      <h3 className={classes.head}>{t('ownIndex.file')}</h3>
      <p className={classes.note}>{t('ownIndex.fileHint')}</p>
      <Group gap="xs">
        <FileButton
          accept=".json,application/json"
          onChange={(file) => {
            if (file === null) return;
            void (async () => {
              // Longer than any declaration: refused without being read whole.
              const json = await file.slice(0, 1_000_000).text();
              setText(json.length > 200_000 ? '' : json);
              take(json);
            })();
          }}
        >
          {(props) => (
            <Button {...props} size="xs" variant="default">
              {t('ownIndex.openFile')}
            </Button>
          )}
        </FileButton>
        <Button
          size="xs"
          variant="default"
          disabled={valid === null}
          onClick={() => valid !== null && saveText('index.json', declarationText(valid), 'application/json')}
        >
          {t('ownIndex.save')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={valid === null}
          onClick={() =>
            valid !== null && saveCsv(`index-table-${year}`, declarationTable(result, valid, year))
          }
        >
          {t('ownIndex.saveTable', { year })}
        </Button>
      </Group>
      <Textarea
        mt={8}
        label={t('ownIndex.paste')}
        minRows={2}
        maxRows={10}
        autosize
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'monospace', fontSize: 12 } }}
      />
      {failure !== null && <DeclarationProblem failure={failure} />}
      <Button mt={6} size="xs" variant="default" disabled={text.trim() === ''} onClick={() => take(text)}>
        {t('own.read')}
      </Button>
    </>
  );
}
