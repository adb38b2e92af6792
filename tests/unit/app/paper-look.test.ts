import { expect, it } from 'vitest';
import { paperLook, startPaperLook } from '../../../src/app/theme/paper-look.ts';

it('prints a dark page in the light look, drawn before the browser takes its picture, and has its own look again afterwards', () => {
  const events = new EventTarget();
  const root = { dataset: { mantineColorScheme: 'dark' } as Record<string, string | undefined> };
  const drawn: boolean[] = [];
  const atOnce = (change: () => void) => {
    change();
    drawn.push(paperLook.getState().isOnPaper);
    root.dataset['mantineColorScheme'] = 'light';
  };
  startPaperLook({ root, events, atOnce });
  events.dispatchEvent(new Event('beforeprint'));
  // Browsers tell twice where a preview is made anew.
  events.dispatchEvent(new Event('beforeprint'));
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn).not.toContain(false);
  expect(paperLook.getState().isOnPaper).toBe(true);
  events.dispatchEvent(new Event('afterprint'));
  expect(paperLook.getState().isOnPaper).toBe(false);
});

it('leaves a light page as it is', () => {
  const events = new EventTarget();
  const root = { dataset: { mantineColorScheme: 'light' } };
  startPaperLook({ root, events, atOnce: () => expect.unreachable('nothing is drawn anew') });
  events.dispatchEvent(new Event('beforeprint'));
  expect(paperLook.getState().isOnPaper).toBe(false);
});
