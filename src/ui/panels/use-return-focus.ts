import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it when this component came, once it goes and took the focus along. For dialogs that are
 * mounted while they are open: Mantine returns the focus only of those that stay mounted.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement && opener.isConnected)
        opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
