import { expect, it } from 'vitest';
import { startPaperLook } from '../../../src/app/theme/paper-look.ts';

it('prints a dark page in the light look, and has its own look again afterwards', () => {
  const events = new EventTarget();
  const root = { dataset: { mantineColorScheme: 'dark' } as Record<string, string | undefined> };
  startPaperLook({ root, events });
  events.dispatchEvent(new Event('beforeprint'));
  // Browsers tell twice where a preview is made anew.
  events.dispatchEvent(new Event('beforeprint'));
  expect(root.dataset['mantineColorScheme']).toBe('light');
  events.dispatchEvent(new Event('afterprint'));
  expect(root.dataset['mantineColorScheme']).toBe('dark');
});
