import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  BAR_HEIGHT_PIXELS,
  NARROW_PAGE,
  PANEL_WIDTH_PIXELS,
  PHONE_PAGE,
} from '../../../src/app/shell/page-measures.ts';
import { TIGHT_PAGE } from '../../../src/ui/panels/tight-page.ts';

const tokens = readFileSync('src/app/theme/tokens.css', 'utf8');
const shell = readFileSync('src/app/shell/shell.module.css', 'utf8');

describe('measures of the page', () => {
  it('are those of the style sheets', () => {
    expect(tokens).toContain(`--atlas-panel-width: ${PANEL_WIDTH_PIXELS}px;`);
    expect(tokens).toContain(`--atlas-bar-height: ${BAR_HEIGHT_PIXELS}px;`);
  });

  it.each([NARROW_PAGE, TIGHT_PAGE, PHONE_PAGE])('%s is a step of the shell', (query) => {
    const width = /max-width: (\d+px)/.exec(query)?.[1] ?? '';
    expect(shell).toContain(`(width <= ${width})`);
  });
});
