import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** 朱砂, the one accent: shade 7 on light paper, shade 4 on dark. */
const cinnabar: MantineColorsTuple = [
  '#fbeeec',
  '#f5d9d5',
  '#eeb4ad',
  '#f28f82',
  '#f0705f',
  '#d9513f',
  '#c84334',
  '#b8382b',
  '#9c2d22',
  '#7c231a',
];

/** Greys of the dark theme, from ink to paper (design tokens). */
const dark: MantineColorsTuple = [
  '#e8eaed',
  '#c8cdd3',
  '#9aa3ad',
  '#78828d',
  '#2c343d',
  '#262d35',
  '#1e242b',
  '#181d23',
  '#12161b',
  '#0d1115',
];

/** Dialogs and drawers keep the margins of the panel. */
const dialogLook = { defaultProps: { padding: 20 }, styles: { title: { fontSize: 16, fontWeight: 600 } } };

/** Mantine dressed in the tokens of `tokens.css`. */
export const mantineTheme = createTheme({
  primaryColor: 'cinnabar',
  primaryShade: { light: 7, dark: 4 },
  colors: { cinnabar, dark },
  black: '#1e2328',
  fontFamily: 'var(--atlas-font)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  autoContrast: true,
  focusRing: 'never',
  components: {
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', size: 32 },
      styles: { root: { '--ai-color': 'var(--atlas-ink)', '--ai-hover': 'var(--atlas-hover)' } },
    },
    Button: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    // Without the placeholder, which no menu may hold.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Drawer: dialogLook,
    Modal: dialogLook,
    // Fields of one height, whatever is written into them.
    MultiSelect: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    // A long choice ends in dots, not in half a letter.
    Select: { defaultProps: { size: 'xs' }, styles: { input: { textOverflow: 'ellipsis' } } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Slider: { defaultProps: { size: 'sm' } },
  },
});

/** Words of buttons without a frame. Said for each look: Mantine says its own for each. */
const frameless = { '--mantine-color-cinnabar-light-color': 'var(--atlas-accent)' };

/** Mantine's own surfaces take the atlas's paper, hairlines and ink. */
export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--atlas-panel)',
    '--mantine-color-text': 'var(--atlas-ink)',
    '--mantine-color-dimmed': 'var(--atlas-muted)',
    '--mantine-color-default-border': 'var(--atlas-hairline)',
    '--mantine-color-placeholder': 'var(--atlas-muted)',
  },
  light: frameless,
  dark: {
    ...frameless,
    // White words on filled buttons keep 4.5:1; the paler accent is for words and lines on dark paper.
    '--mantine-color-cinnabar-filled': cinnabar[6],
    '--mantine-color-cinnabar-filled-hover': cinnabar[7],
  },
});
