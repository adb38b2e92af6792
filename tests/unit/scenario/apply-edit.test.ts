import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { ScenarioCatalogue } from '#core/scenario/scenario-settings.ts';
import { applyEdit, applyEdits, invertEdit } from '#core/scenario/apply-edit.ts';
import { NO_SETTINGS } from '#core/scenario/scenario-settings.ts';

const catalogue: ScenarioCatalogue = {
  hasLine: (id) => ['chengyu', 'west'].includes(id),
  hasRoadLink: (id) => id === 'hzmb',
  hasStation: (name) => ['成都东', '重庆北', '内江北'].includes(name),
};

function reasonOf(...edits: readonly ScenarioEdit[]): string | null {
  const applied = applyEdits(edits, catalogue);
  return applied.ok ? null : applied.failure.reason;
}

const drawn: ScenarioEdit = {
  type: 'add-line',
  id: 'new',
  stops: ['成都东', { name: '新站', at: [105, 30] }, '重庆北'],
  designSpeedKmh: 350,
};

describe('applyEdits', () => {
  it('accepts what is right', () => {
    expect(
      reasonOf(
        drawn,
        { type: 'set-minutes', from: '新站', to: '重庆北', minutes: 20 },
        { type: 'close', id: 'new' },
        { type: 'close', id: 'hzmb' },
      ),
    ).toBeNull();
    expect(
      reasonOf(
        { type: 'add-stop', line: 'chengyu', stop: '内江北' },
        { type: 'remove', id: 'chengyu/内江北' },
      ),
    ).toBeNull();
    expect(
      reasonOf(
        { type: 'set-parameter', name: 'waitMinutes', value: 5 },
        { type: 'set-parameter', name: 'waitMinutes', value: null },
      ),
    ).toBeNull();
  });

  it('refuses what is wrong, with a reason and a next step', () => {
    const wrong: readonly (readonly [string, ScenarioEdit])[] = [
      ['too-few-stops', { ...drawn, stops: ['成都东'] }],
      ['too-few-stops', { ...drawn, stops: ['成都东', '成都东'] }],
      ['unknown-station', { ...drawn, stops: ['成都东', '无此站'] }],
      ['bad-speed', { ...drawn, designSpeedKmh: -5 }],
      ['bad-speed', { ...drawn, designSpeedKmh: 5000 }],
      ['bad-speed', { ...drawn, designSpeedKmh: Number.NaN }],
      ['bad-minutes', { ...drawn, minutes: [10] }],
      ['bad-minutes', { ...drawn, minutes: [10, 0] }],
      ['bad-frequency', { ...drawn, trainsPerDay: -1 }],
      ['bad-place', { ...drawn, stops: ['成都东', { name: '海', at: [500, 30] }] }],
      ['duplicate-id', { ...drawn, id: 'chengyu' }],
      ['duplicate-id', { ...drawn, id: 'hzmb' }],
      ['unknown-id', { type: 'close', id: 'nothing' }],
      ['unknown-id', { type: 'set-speed', line: 'hzmb', designSpeedKmh: 300 }],
      ['unknown-id', { type: 'remove', id: 'chengyu' }],
      ['unknown-station', { type: 'set-minutes', from: '成都东', to: '无此站', minutes: 20 }],
      ['bad-minutes', { type: 'set-minutes', from: '成都东', to: '重庆北', minutes: -20 }],
      ['unknown-parameter', { type: 'set-parameter', name: 'luck', value: 7 }],
      ['unknown-parameter', { type: 'set-parameter', name: 'luck', value: null }],
      ['parameter-out-of-range', { type: 'set-parameter', name: 'waitMinutes', value: -7 }],
      ['unknown-edit', { type: 'teleport' } as unknown as ScenarioEdit],
    ];
    for (const [reason, edit] of wrong) {
      const applied = applyEdits([edit], catalogue);
      expect(applied.ok ? null : applied.failure.reason, JSON.stringify(edit)).toBe(reason);
      if (!applied.ok) expect(applied.failure.nextStep.length).toBeGreaterThan(15);
    }
    expect(reasonOf(drawn, drawn)).toBe('duplicate-id');
  });
});

describe('invertEdit', () => {
  const edit = fc.constantFrom<ScenarioEdit>(
    drawn,
    { type: 'add-road-link', id: 'link', from: [113, 22], to: [114, 22], minutes: 20 },
    { type: 'add-stop', line: 'chengyu', stop: '内江北' },
    { type: 'open', id: 'hzmb' },
    { type: 'close', id: 'hzmb' },
    { type: 'reset', id: 'hzmb' },
    { type: 'close', id: 'chengyu' },
    { type: 'set-minutes', from: '成都东', to: '重庆北', minutes: 50 },
    { type: 'set-minutes', from: '重庆北', to: '成都东', minutes: 60 },
    { type: 'set-minutes', from: '重庆北', to: '成都东', minutes: null },
    { type: 'set-minutes', link: 'hzmb', minutes: 30 },
    { type: 'set-speed', line: 'chengyu', designSpeedKmh: 300 },
    { type: 'set-speed', line: 'chengyu', designSpeedKmh: null },
    { type: 'save-minutes', id: 'west', minutes: 5 },
    { type: 'set-frequency', line: 'chengyu', trainsPerDay: 80 },
    { type: 'set-parameter', name: 'waitMinutes', value: 5 },
    { type: 'set-parameter', name: 'waitMinutes', value: 9 },
    { type: 'remove', id: 'new' },
    { type: 'remove', id: 'link' },
  );
  it('takes any edit back, whatever was before', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), edit, (history, last) => {
        let settings = NO_SETTINGS;
        for (const one of history) {
          const next = applyEdit(settings, one, catalogue);
          if (next.ok) settings = next.value;
        }
        const after = applyEdit(settings, last, catalogue);
        if (!after.ok) return;
        const back = applyEdit(after.value, invertEdit(settings, last), catalogue);
        if (!back.ok) throw new Error(back.failure.message);
        expect(back.value).toEqual(settings);
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });
});
