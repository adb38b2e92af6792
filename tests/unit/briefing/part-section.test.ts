import { describe, expect, it } from 'vitest';
import { sectionOf } from '#features/briefing/part-section.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { parseProjectData } from '#state/document/parse-project.ts';

describe('a part of a project file that could not be read', () => {
  it('is named by its section, whatever of the project is spoilt', () => {
    const sections = Object.keys(DEFAULT_DOCUMENT).filter((key) => !['format', 'version'].includes(key));
    expect(sections.map((section) => sectionOf(section))).toEqual(sections);
    const spoilt = Object.fromEntries(sections.map((section) => [section, 7]));
    const read = parseProjectData({ ...DEFAULT_DOCUMENT, ...spoilt });
    if (!read.ok) throw new Error(read.failure.message);
    expect(read.value.dropped.length).toBeGreaterThan(10);
    expect(read.value.dropped.filter(({ part }) => sectionOf(part) === null)).toEqual([]);
    expect(sectionOf('scenes[3].title')).toBe('scenes');
    expect(sectionOf('constructor')).toBeNull();
  });
});
