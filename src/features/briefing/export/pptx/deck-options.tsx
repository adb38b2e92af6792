import { Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DECK_LANGUAGES, deckChoices, MAP_CHOICES, useDeckChoices } from './deck-choices.ts';
import { DECK_ASPECTS } from './deck.ts';
import { MOST_SHAPE_POINTS } from './shape-limit.ts';
import { FIGURE_CHOICES } from './scene-figures.ts';

/** Language, shape, matter and colours of the slides. */
export function DeckOptions({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation('briefing');
  const { language, aspect, figures, map, accent, titleColour } = useDeckChoices();
  return (
    <>
      <Group grow gap={8} mt={8} align="end">
        <Select
          size="xs"
          label={t('deck.language')}
          allowDeselect={false}
          disabled={isDisabled}
          data={DECK_LANGUAGES.map((value) => ({ value, label: t(`deck.languages.${value}`) }))}
          value={language}
          onChange={(chosen) => {
            const next = DECK_LANGUAGES.find((value) => value === chosen);
            if (next !== undefined) deckChoices.setState({ language: next });
          }}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('deck.aspect')}
          disabled={isDisabled}
          data={[...DECK_ASPECTS]}
          value={aspect}
          onChange={(chosen) => {
            const next = DECK_ASPECTS.find((value) => value === chosen);
            if (next !== undefined) deckChoices.setState({ aspect: next });
          }}
        />
      </Group>
      <Select
        mt={8}
        size="xs"
        label={t('deck.figures')}
        allowDeselect={false}
        disabled={isDisabled}
        data={FIGURE_CHOICES.map((value) => ({ value, label: t(`deck.figureChoices.${value}`) }))}
        value={figures}
        onChange={(chosen) => {
          const next = FIGURE_CHOICES.find((value) => value === chosen);
          if (next !== undefined) deckChoices.setState({ figures: next });
        }}
      />
      <Select
        mt={8}
        size="xs"
        label={t('deck.map')}
        description={map === 'shapes' ? t('deck.shapesHint', { points: MOST_SHAPE_POINTS }) : undefined}
        allowDeselect={false}
        disabled={isDisabled}
        data={MAP_CHOICES.map((value) => ({ value, label: t(`deck.mapChoices.${value}`) }))}
        value={map}
        onChange={(chosen) => {
          const next = MAP_CHOICES.find((value) => value === chosen);
          if (next !== undefined) deckChoices.setState({ map: next });
        }}
      />
      <Group grow gap={8} mt={8}>
        <TextInput
          type="color"
          size="xs"
          label={t('deck.accent')}
          disabled={isDisabled}
          value={accent}
          onChange={(event) => deckChoices.setState({ accent: event.currentTarget.value })}
        />
        <TextInput
          type="color"
          size="xs"
          label={t('deck.titleColour')}
          disabled={isDisabled}
          value={titleColour}
          onChange={(event) => deckChoices.setState({ titleColour: event.currentTarget.value })}
        />
      </Group>
      <Text size="xs" mt={8} c="var(--atlas-muted)">
        {t('pptxHint')}
      </Text>
    </>
  );
}
