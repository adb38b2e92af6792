import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProject } from '#state/document/parse-project.ts';
import type { ProjectDocument, Scene } from '#state/document/project-document.ts';
import { LANGUAGES, type Language } from '#state/document/view-state.ts';
import { callForJson } from '../cli/call-command-line.ts';
import { computeFigures } from './sample-figures.ts';

function readSample(language: Language): ProjectDocument {
  const file = resolve(import.meta.dirname, `../../../public/samples/briefing.${language}.json`);
  const read = parseProject(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(read.failure.message);
  expect(read.value.dropped).toEqual([]);
  return read.value.document;
}

const samples: Readonly<Record<Language, ProjectDocument>> = {
  'zh-CN': readSample('zh-CN'),
  en: readSample('en'),
};

/** Numbers as they are written, thousands separated by commas. */
function numbersIn({ title, note, section, annotations }: Scene): readonly string[] {
  const words = [title, note, section, ...annotations.map(({ text }) => text)].join('\n');
  return words.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
}

/** The document with every word taken out: what must be the same in all languages. */
function withoutWords({ name: _name, scenes, scenarios, view, ...rest }: ProjectDocument): unknown {
  return {
    ...rest,
    view: { ...view, language: '' },
    scenarios: scenarios.map((scenario) => ({ ...scenario, name: '' })),
    scenes: scenes.map((scene) => ({
      ...scene,
      title: '',
      note: '',
      section: '',
      annotations: scene.annotations.map((annotation) => ({ ...annotation, text: '' })),
    })),
  };
}

describe('the sample briefing', () => {
  it('is a whole project of eight scenes in three sections, the same in both languages but for the words', () => {
    for (const language of LANGUAGES) {
      const { scenes, name, view } = samples[language];
      expect(scenes).toHaveLength(8);
      // Drawn unattended, maps and legends are in the language of the words.
      expect(view.language).toBe(language);
      expect(new Set(scenes.map(({ section }) => section)).size).toBe(3);
      for (const scene of scenes) {
        expect(scene.title).not.toBe('');
        expect(scene.note).toMatch(language === 'en' ? /Source: / : /来源：/u);
        expect(/\p{Script=Han}/u.test(`${scene.title}${scene.note}${name}`)).toBe(language !== 'en');
      }
    }
    expect(withoutWords(samples.en)).toEqual(withoutWords(samples['zh-CN']));
  });

  it('names scenarios, regions and units that are there', async () => {
    const { scenes, scenarios } = samples.en;
    const regions = await callForJson<{ items: readonly { id: string }[] }>('list', 'agglomerations');
    const cities = await callForJson<{ items: readonly { id: string }[] }>('list', 'cities');
    const known = new Set([...regions.items, ...cities.items].map(({ id }) => id));
    const named = {
      regions: scenes.flatMap(({ state: { view } }) =>
        view.selection.kind === 'region' ? [view.selection.regionId] : [],
      ),
      cities: scenes.flatMap(({ state }) =>
        state.circles.origins.flatMap((origin) => (origin.kind === 'unit' ? [origin.adcode] : [])),
      ),
      scenarios: scenes.flatMap(({ state }) => state.activeScenario ?? []),
    };
    for (const names of Object.values(named)) expect(names).not.toEqual([]);
    for (const id of [...named.regions, ...named.cities]) expect(known).toContain(id);
    for (const id of named.scenarios) expect(scenarios.map((scenario) => scenario.id)).toContain(id);
  });

  it(
    'says only numbers that the command line computes today, and all of them',
    { timeout: 120_000 },
    async () => {
      const figures = await computeFigures(samples.en);
      for (const language of LANGUAGES)
        for (const scene of samples[language].scenes) {
          const computed = new Set((figures[scene.id] ?? []).map((said) => said[language]));
          expect({ scene: scene.id, language, numbers: [...new Set(numbersIn(scene))].toSorted() }).toEqual({
            scene: scene.id,
            language,
            numbers: [...computed].toSorted(),
          });
        }
    },
  );
});
