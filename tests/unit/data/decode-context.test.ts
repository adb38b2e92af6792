import { describe, expect, it } from 'vitest';
import { decodeContext } from '../../../src/data/decode-context.ts';
import { headed } from './artefact-header.ts';

const body = {
  institutions: [
    {
      agglomeration: 'yrd',
      year: 2009,
      level: 'provincial',
      kind: 'body',
      titleZh: '座谈会',
      whatEn: 'Meeting',
      whatZh: '会',
      source: 's',
    },
  ],
  publishedFigures: [
    { subject: '成渝', indicator: 'type', year: '2024', value: 'dumbbell 哑铃型', unit: '', source: 's' },
  ],
  headways: [
    { from: '甲', to: '乙', trainsPerDay: null, printed: 'about every 9 min', date: '2024-01', source: 's' },
  ],
  validationTimes: [{ from: '上海', to: '南京', minutes: 99, year: 2021, source: 's' }],
};

describe('decodeContext', () => {
  it('reads words as well as numbers among published figures', () => {
    const decoded = decodeContext(headed('context', body));
    expect(decoded.ok && decoded.value.publishedFigures[0]?.value).toBe('dumbbell 哑铃型');
    expect(decoded.ok && decoded.value.headways[0]?.trainsPerDay).toBeNull();
  });

  it('refuses a time of zero minutes and a missing table', () => {
    expect(
      decodeContext(
        headed('context', { ...body, validationTimes: [{ ...body.validationTimes[0], minutes: 0 }] }),
      ).ok,
    ).toBe(false);
    const { headways: _headways, ...rest } = body;
    const decoded = decodeContext(headed('context', rest));
    expect(decoded.ok ? '' : decoded.failure.message).toContain('headways');
  });
});
