import { DroppedFiles } from '../map/dropped-files.tsx';
import { ResultAnnouncer } from './result-announcer.tsx';
import { StepAnnouncer } from './step-announcer.tsx';

/** What tells assistive technology what a change came to, and what takes a file dropped on the map. Loaded after the first picture, or with a person's first act. */
export function Announcers() {
  return (
    <>
      <ResultAnnouncer />
      <StepAnnouncer />
      <DroppedFiles />
    </>
  );
}
