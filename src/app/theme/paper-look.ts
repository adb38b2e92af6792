/** What printing needs of a page. */
export interface PrintingPage {
  readonly root: { dataset: Record<string, string | undefined> };
  readonly events: Pick<EventTarget, 'addEventListener'>;
}

/**
 * Controls go to paper in their light look: dark ones would be black blocks. The attribute is set for the time of printing
 * only, past React, because the browser takes its picture of the page before anything could be drawn anew; the map stays as
 * it stands.
 */
export function startPaperLook({ root, events }: PrintingPage): void {
  let look: string | undefined;
  events.addEventListener('beforeprint', () => {
    look ??= root.dataset['mantineColorScheme'];
    root.dataset['mantineColorScheme'] = 'light';
  });
  events.addEventListener('afterprint', () => {
    if (look !== undefined) root.dataset['mantineColorScheme'] = look;
    look = undefined;
  });
}
