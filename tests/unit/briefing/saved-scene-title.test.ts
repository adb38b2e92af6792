import i18next from 'i18next';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Region } from '#core/geography/region.ts';
import { briefingZh } from '#features/briefing/locales/zh-CN.ts';
import { saveScene } from '#features/briefing/save-scene.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import { setShownMap } from '#map/shown-map.ts';
import { atlasData } from '#state/atlas-data.ts';
import { removeScene } from '#state/commands/scene-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { dispatch, projectStore } from '#state/store.ts';

vi.mock('../../../src/features/briefing/thumbnails.ts', () => ({ takeThumbnail: () => Promise.resolve() }));

/** Shows a map of which only this matters to a title. */
function show(model: object): void {
  setShownMap({ model: model as MapModel, camera: {} as never, size: {} as never });
}

beforeAll(async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { briefing: briefingZh } } });
});
beforeEach(() => projectStore.getState().open(DEFAULT_DOCUMENT));

it('names a scene by what the map shows, and tells two of the same apart', () => {
  show({
    circle: { origins: [{ label: '武汉市' }], difference: null, emphasisMinutes: 60 },
    choropleth: null,
    visible: { circles: true },
  });
  expect([saveScene(), saveScene()]).toEqual(['武汉市 60 分钟通勤圈', '武汉市 60 分钟通勤圈 · 2']);
  show({ circle: null, choropleth: { title: '综合得分，2020 年' }, visible: { choropleth: true } });
  expect(saveScene()).toBe('综合得分，2020 年');
});

it('tells scenes of one region apart, also after one between was deleted', () => {
  const region = { id: 'chengyu', nameZh: '成渝', nameEn: 'Chengdu–Chongqing' } as unknown as Region;
  atlasData.setState({ values: { regions: [region] } });
  const { view } = DEFAULT_DOCUMENT;
  projectStore
    .getState()
    .open({ ...DEFAULT_DOCUMENT, view: { ...view, selection: { kind: 'region', regionId: 'chengyu' } } });
  show({ circle: null, choropleth: null, visible: {} });
  expect([saveScene(), saveScene(), saveScene()]).toEqual(['成渝', '成渝 · 2', '成渝 · 3']);
  dispatch(removeScene(1));
  expect(saveScene()).toBe('成渝 · 2');
});

it('goes by its number where there is nothing to say', () => {
  show({ circle: null, choropleth: null, visible: {} });
  expect(saveScene()).toBe('场景 1');
});
