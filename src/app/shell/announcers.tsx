import { ResultAnnouncer } from './result-announcer.tsx';
import { StepAnnouncer } from './step-announcer.tsx';

/** What tells assistive technology what a change came to. Loaded after the first picture, or with a person's first act. */
export function Announcers() {
  return (
    <>
      <ResultAnnouncer />
      <StepAnnouncer />
    </>
  );
}
