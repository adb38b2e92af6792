/** Pages without room for the panel beside the map: it lies over the map there (shell.module.css). */
export const NARROW_PAGE = '(max-width: 1100px)';
/** Pages of a phone: an open panel covers the map (shell.module.css). */
export const PHONE_PAGE = '(max-width: 560px)';

/** What the panel takes from the map where it stands beside it (tokens.css), CSS pixels. */
export const PANEL_WIDTH_PIXELS = 360;
/** What the bar takes from the page (tokens.css), CSS pixels. */
export const BAR_HEIGHT_PIXELS = 52;
