import { useCallback, useEffect, useRef, useState } from 'react';

const NAME = 'chengqun-speaker';
const FEATURES = 'popup,width=960,height=640';

/** The second window of a talk. */
export interface SpeakerWindow {
  /** Where its content is drawn; `null` = closed. */
  readonly container: HTMLElement | null;
  /** The browser did not let it open. */
  readonly isBlocked: boolean;
  readonly open: () => void;
}

/** The page's own styles, so that the window looks like it; addresses in full, the window has none. */
function copyStyles(to: Document): void {
  for (const node of document.querySelectorAll('style, link[rel=stylesheet]')) {
    const copy = node.cloneNode(true);
    if (node instanceof HTMLLinkElement) (copy as HTMLLinkElement).href = node.href;
    to.head.append(copy);
  }
}

/**
 * Opens an empty window of the same origin and draws into it directly: no second load, no message format, and the page's
 * content policy holds there too. Closed with the talk and with the page.
 */
export function useSpeakerWindow(
  title: string,
  language: string,
  onKey: (event: KeyboardEvent) => void,
): SpeakerWindow {
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const [isBlocked, setBlocked] = useState(false);
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });

  const open = useCallback(() => {
    const popup = window.open('', NAME, FEATURES);
    if (popup === null) {
      setBlocked(true);
      return;
    }
    setBlocked(false);
    const { document: page } = popup;
    page.head.replaceChildren();
    page.title = title;
    page.documentElement.lang = language;
    page.documentElement.dataset['mantineColorScheme'] = 'dark';
    copyStyles(page);
    const root = page.createElement('div');
    page.body.replaceChildren(root);
    popup.addEventListener('keydown', (event) => latest.current(event));
    popup.addEventListener('pagehide', () => setContainer(null));
    popup.focus();
    setContainer(root);
  }, [title, language]);

  useEffect(() => {
    const close = () => container?.ownerDocument.defaultView?.close();
    window.addEventListener('pagehide', close);
    return () => {
      window.removeEventListener('pagehide', close);
      close();
    };
  }, [container]);

  return { container, isBlocked, open };
}
