import { createContext, useContext } from 'react';

/**
 * Light or dark as the page is shown now, on paper light; the app provides it. Mantine's own hook asks the browser for the
 * system's look at every call.
 */
export const ShownTheme = createContext<'light' | 'dark'>('light');

/** Light or dark as the page is shown now. */
export function useShownTheme(): 'light' | 'dark' {
  return useContext(ShownTheme);
}
