import { describe, expect, it } from 'vitest';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { executeCommand, EMPTY_HISTORY } from '#state/history.ts';
import { addScenario } from '#state/commands/scenario-commands.ts';
import { setLayerVisible } from '#state/commands/view-commands.ts';
import { leavesOutScenario } from '#state/link/left-out-of-link.ts';
import { readUrlState, writeUrlState } from '#state/link/url-state.ts';

const asks = (link: string) => readUrlState(link, DEFAULT_DOCUMENT).isWithoutView;

describe('a link', () => {
  it('of a fresh project is short and readable', () => {
    expect(writeUrlState(DEFAULT_DOCUMENT)).toBe('map=3.5/36.8/104.2&ws=structure&lang=zh-CN&v=1');
  });

  it('reads every part', () => {
    const { document, dropped } = readUrlState(
      '#map=8/30.5/104.1&ws=circles&lang=en&sel=link:hzmb&on=counties,stations&off=rail&rail=2015' +
        '&look=region:yrd,page:ties,mode:road,least:0.1,over:yrd@2016-plan/yrd@2019-core,hu:1,clusters:county/population/2020/nearest' +
        '&var=yrd@2016-plan&set=custom&agg=yrd,gba&year=2010&show=change:regional:2010&opt=ddof:1,useR:0' +
        '&from=440300~113.5,22.2:%E7%8F%A0%E6%B5%B7&min=45&closed=hzmb&par=waitMinutes:5&v=1',
      DEFAULT_DOCUMENT,
    );
    expect(dropped).toEqual([]);
    expect(document.view).toMatchObject({
      camera: { center: [104.1, 30.5], zoom: 8 },
      workspace: 'circles',
      language: 'en',
      selection: { kind: 'link', linkId: 'hzmb' },
      railYear: 2015,
      regionVariants: { yrd: 'yrd@2016-plan' },
      structure: {
        regionId: 'yrd',
        page: 'ties',
        symbols: 'size',
        mode: 'road',
        tieThreshold: 0.1,
        compared: ['yrd@2016-plan', 'yrd@2019-core'],
        huLine: true,
        clusters: { level: 'county', indicator: 'population', year: 2020, neighbours: 'nearest' },
      },
    });
    expect(document.view.layers.circles).toMatchObject({ counties: true, stations: true, rail: false });
    expect(document.view.layers.structure).toEqual(DEFAULT_DOCUMENT.view.layers.structure);
    expect(document.integration).toMatchObject({
      set: 'custom',
      agglomerationIds: ['yrd', 'gba'],
      year: 2010,
      shown: { kind: 'change', id: 'regional', fromYear: 2010 },
      options: { ddof: 1, useR: false, useLevel: true },
    });
    expect(document.circles).toMatchObject({
      origins: [
        { kind: 'unit', adcode: '440300' },
        { kind: 'point', at: [113.5, 22.2], label: '珠海' },
      ],
      minutes: 45,
      closedLinks: ['hzmb'],
      parameters: { waitMinutes: 5 },
    });
  });

  it('keeps its good parts and names the broken ones', () => {
    const { document, dropped } = readUrlState(
      '#map=9999/x&ws=circles&min=-5&year=20x0&from=nowhere&sel=unit:51&bogus=1&ws=integration&on=moon&look=page:moon&opt=x:1&scenario=%%%&lang=%E4%',
      DEFAULT_DOCUMENT,
    );
    expect(document.view.workspace).toBe('circles');
    expect(document.circles).toEqual(DEFAULT_DOCUMENT.circles);
    expect(document.view.camera).toEqual(DEFAULT_DOCUMENT.view.camera);
    expect(dropped.map(({ key, reason }) => `${key} ${reason}`).toSorted()).toEqual([
      'bogus unknown',
      'from unreadable',
      'lang unreadable',
      'look unreadable',
      'map unreadable',
      'min unreadable',
      'on unreadable',
      'opt unreadable',
      'scenario unreadable',
      'sel unreadable',
      'ws twice',
      'year unreadable',
    ]);
  });

  it('says which part needs own data of another project, and shows the rest', () => {
    const link = '#ws=integration&set=custom&agg=yrd,custom~r7&show=indicator:own~wage&year=2015&v=1';
    const { document, dropped } = readUrlState(link, DEFAULT_DOCUMENT);
    expect(dropped).toEqual([
      { key: 'agg', text: 'yrd,custom~r7', reason: 'not-here' },
      { key: 'show', text: 'indicator:own~wage', reason: 'not-here' },
    ]);
    expect(document.view.workspace).toBe('integration');
    expect(document.integration).toMatchObject({ year: 2015, shown: DEFAULT_DOCUMENT.integration.shown });
    const here = {
      ...DEFAULT_DOCUMENT,
      ownRegions: [
        {
          id: 'custom:r7',
          kind: 'agglomeration' as const,
          name: '我的',
          wholeUnits: ['510100'],
          partCounties: [],
          cores: [],
          copiedFrom: null,
        },
      ],
    };
    expect(readUrlState('#set=custom&agg=yrd,custom~r7&v=1', here).dropped).toEqual([]);
  });

  it('does not pollute prototypes', () => {
    const { dropped } = readUrlState(
      '#par=__proto__:1,constructor:2&weights=__proto__:3&var=__proto__@x',
      DEFAULT_DOCUMENT,
    );
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
    expect(dropped.map(({ key }) => key)).toContain('par');
  });

  it('asks for a view of what it selects only where it says no position of the map itself', () => {
    expect(asks('#ws=structure&sel=region:chengyu')).toBe(true);
    expect(asks('#map=9999/x&sel=region:chengyu')).toBe(true);
    expect(asks('#map=5/30/104&sel=region:chengyu')).toBe(false);
    expect(asks('#sel=none')).toBe(false);
    expect(asks('#sel=unit:5')).toBe(false);
    expect(asks('#ws=structure')).toBe(false);
    // Where circles start, in the workspaces that draw around it.
    expect(asks('#ws=circles&from=510100')).toBe(true);
    expect(asks('#ws=circles&from=510100&map=5/30/104')).toBe(false);
    expect(asks('#ws=circles&from=')).toBe(false);
    expect(asks('#ws=integration&from=510100')).toBe(false);
    expect(asks('')).toBe(false);
  });

  it('says when it is of a newer format, and when it is absurdly long', () => {
    expect(readUrlState('#v=2', DEFAULT_DOCUMENT).dropped[0]?.reason).toBe('newer-version');
    expect(readUrlState(`#sel=${'x'.repeat(30_000)}`, DEFAULT_DOCUMENT).dropped[0]?.reason).toBe('too-long');
  });

  it('carries the active scenario, unless that would be too long for a link', () => {
    const scenario = {
      id: 's1',
      name: '成渝中线',
      note: '',
      edits: [{ type: 'open', id: 'chengyu_mid' }] as const,
    };
    const withScenario = executeCommand(
      { document: DEFAULT_DOCUMENT, history: EMPTY_HISTORY },
      addScenario(DEFAULT_DOCUMENT, scenario),
      0,
    ).document;
    const read = readUrlState(writeUrlState(withScenario), DEFAULT_DOCUMENT);
    expect(read.dropped).toEqual([]);
    expect(read.document.scenarios).toEqual([scenario]);
    expect(read.document.activeScenario).toBe('s1');
    expect(leavesOutScenario(withScenario)).toBe(false);
    const long = { ...withScenario, scenarios: [{ ...scenario, note: 'x'.repeat(5_000) }] };
    expect(leavesOutScenario(long)).toBe(true);
    expect(writeUrlState(long)).not.toContain('scenario=');
  });

  it('that names a region alone shows it, whatever is open; one that shows the list beside it says so', () => {
    const onTies = readUrlState('#ws=structure&sel=region:chengyu&look=page:ties', DEFAULT_DOCUMENT).document;
    expect(onTies.view.structure).toMatchObject({ regionId: 'chengyu', page: 'ties' });
    const again = readUrlState('#ws=structure&sel=region:chengyu', onTies).document;
    expect(again.view.structure).toEqual({ ...DEFAULT_DOCUMENT.view.structure, regionId: 'chengyu' });
    expect(writeUrlState(again)).not.toContain('look=');
    // The list is open, or another region, while this one stays selected.
    for (const regionId of [null, 'yrd']) {
      const apart = { ...again, view: { ...again.view, structure: { ...again.view.structure, regionId } } };
      expect(readUrlState(writeUrlState(apart), again).document.view.structure.regionId).toBe(regionId);
    }
    // Elsewhere a selected region opens nothing.
    const { view } = readUrlState('#ws=circles&sel=region:chengyu', onTies).document;
    expect(view.structure.regionId).toBeNull();
  });

  it('leaves other workspaces’ layers and what links do not carry alone', () => {
    const changed = executeCommand(
      { document: { ...DEFAULT_DOCUMENT, name: 'mine' }, history: EMPTY_HISTORY },
      setLayerVisible('integration', 'rail', true),
      0,
    ).document;
    const { document } = readUrlState('#ws=circles', changed);
    expect(document.name).toBe('mine');
    expect(document.view.layers.integration.rail).toBe(true);
  });
});
