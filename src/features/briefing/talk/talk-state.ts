import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const talk = createStore<{ readonly isOn: boolean }>(() => ({ isOn: false }));

/** Says that a talk begins or ends: nothing is edited on the map meanwhile. */
export function setTalking(isOn: boolean): void {
  talk.setState({ isOn });
}

/** Whether scenes are being presented. */
export function useTalking(): boolean {
  return useStore(talk, ({ isOn }) => isOn);
}

/** Whether the talk is open, also while it still loads; passing, not part of the document. */
export const talkOpening = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

/** Opens the talk; the panel of the briefing shows it. */
export function openTalk(): void {
  talkOpening.setState({ isOpen: true });
}

/** Ends the talk. */
export function closeTalk(): void {
  talkOpening.setState({ isOpen: false });
}
