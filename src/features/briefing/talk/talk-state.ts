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
