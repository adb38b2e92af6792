import { useEffect, useState } from 'react';
import { projectDatabase, projectSession } from '#state/persistence/page-session.ts';
import type { ProjectSummary } from '#state/persistence/project-record.ts';

const NONE: readonly ProjectSummary[] = [];

/** The projects kept in this browser, last saved first, as long as somebody looks at them; none until they are read. */
export function useStoredProjects(isWanted: boolean): readonly ProjectSummary[] {
  const [projects, setProjects] = useState(NONE);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    const read = async () => {
      const all = await projectDatabase.list();
      if (isCurrent && all.ok) setProjects(all.value);
    };
    void read();
    const stop = projectSession.state.subscribe(() => void read());
    return () => {
      isCurrent = false;
      stop();
    };
  }, [isWanted]);
  return projects;
}
