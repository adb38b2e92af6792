import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  offlineHtml,
  type OfflineBriefing,
  type OfflineData,
} from '#features/briefing/export/offline-html/offline-html.ts';

const words = {
  previous: 'Previous',
  next: 'Next',
  zoomIn: 'In',
  zoomOut: 'Out',
  whole: 'Whole',
  position: '{number} of {total}',
  keys: 'Arrows',
};

const svg =
  '<?xml version="1.0" encoding="UTF-8"?>\n<svg><pattern id="hatch"/><g id="map" clip-path="url(#clip)">' +
  '<path data-id="510100" fill="url(#hatch)"/></g><use href="#hatch"/><text>id=&quot;x&quot;</text></svg>';

const briefing: OfflineBriefing = {
  title: '成渝 <script>alert(1)</script> & "more"',
  language: 'zh',
  words,
  imprint: '城群图',
  scenes: [
    {
      title: '</title><img src=x>',
      note: 'one\n<b onclick="x">two</b>',
      svg,
      facts: { '510100': ['成都', '</script><script>alert(2)</script>'] },
      tables: [
        {
          title: 'A & B',
          columns: ['<th>', 'People', 'Class', 'Plan'],
          rows: [
            ['1 < 2', '1,234', '6.03 – 6.30', '2019'],
            ['2', '—', '—', 'none'],
          ],
          remark: 'modelled <b>',
        },
      ],
      charts: [{ title: 'C & D', svg: '<svg><text>3 &lt; 4</text></svg>', remark: '<i>ours</i>' }],
    },
    { title: 'second', note: 'short', svg, facts: {}, tables: [], charts: [] },
  ],
};

const code = { script: 'console.log("</script>")', style: 'p { color: red }' };

const html = await offlineHtml(briefing, code);

const between = (start: string, end: string) => {
  const from = html.indexOf(start) + start.length;
  return html.slice(from, html.indexOf(end, from));
};

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the offline page', () => {
  it('allows nothing but its own script, style and pictures, by hashes that fit', () => {
    const policy = between('Content-Security-Policy" content="', '"');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(between('</script>\n<script>', '</script>'))}`,
      `style-src ${hash(between('<style>', '</style>'))}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('names no address that a browser would ask', () => {
    expect(html).not.toMatch(/\b(?:src|href)="(?!#)/u);
    expect(html).not.toMatch(/@import|<link/u);
  });

  it('keeps words as words', () => {
    // The script, the data, and nothing that a title, a note or a value brought along.
    expect(html.match(/<script/gu)).toHaveLength(2);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b onclick');
    expect(html).toContain('&lt;b onclick=&quot;x&quot;&gt;two&lt;/b&gt;');
    expect(html).toContain('<td>1 &lt; 2</td>');
    // Figures stand under one another; names and words do not.
    expect(html).toContain('<th class="figure">People</th><th class="figure">Class</th><th>Plan</th>');
    expect(html).toContain('<figcaption>C &amp; D</figcaption><svg><text>3 &lt; 4</text></svg>');
    expect(html).toContain('<small>&lt;i&gt;ours&lt;/i&gt;</small>');
    expect(html).toContain('<small>modelled &lt;b&gt;</small>');
    const data = JSON.parse(between('id="briefing">', '</script>')) as OfflineData;
    expect(data.facts).toEqual(briefing.scenes.map(({ facts }) => facts));
    expect(data.words).toEqual(words);
  });

  it('gives every scene ids of its own, with what refers to them', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const scene of ['s1-', 's2-']) {
      expect(html).toContain(`clip-path="url(#${scene}clip)"`);
      expect(html).toContain(`fill="url(#${scene}hatch)"`);
      expect(html).toContain(`href="#${scene}hatch"`);
    }
    expect(html.match(/data-id="510100"/gu)).toHaveLength(2);
  });

  it('sets a note in full under the sheet where its line on the sheet is too short for it', () => {
    expect(html.match(/<p>/gu)).toHaveLength(2);
    expect(html).not.toContain('<p>short</p>');
  });
});
