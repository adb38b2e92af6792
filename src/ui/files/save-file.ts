/** Hands a file to the browser's downloads. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves text as a file. */
export function saveText(name: string, text: string, type: string): void {
  saveFile(name, new Blob([text], { type }));
}

/** A cell of a table to export. */
export type CsvCell = string | number | boolean | null;

/** RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe. */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  const cell = (value: CsvCell): string => {
    if (value === null) return '';
    if (typeof value !== 'string') return String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => row.map(cell).join(',')).join('\r\n');
}

/**
 * A table as the text of a CSV file. What it is from stands beneath, after an empty line, every line of it begun by `#`, the
 * sign that statistics programs skip. A byte-order mark in front lets spreadsheets read Chinese.
 */
export function csvText(
  rows: readonly (readonly CsvCell[])[],
  origin: readonly (readonly CsvCell[])[] = [],
): string {
  const foot = origin.map(
    (row) =>
      `# ${toCsv([row.map((cell) => (typeof cell === 'string' ? cell.replaceAll(/\s+/g, ' ') : cell))])}`,
  );
  return `\uFEFF${[toCsv(rows), ...(foot.length === 0 ? [] : ['', ...foot])].join('\r\n')}\r\n`;
}

/** Saves a table as `<name>.csv`, with what it is from beneath. */
export function saveCsv(
  name: string,
  rows: readonly (readonly CsvCell[])[],
  origin: readonly (readonly CsvCell[])[] = [],
): void {
  saveText(`${name}.csv`, csvText(rows, origin), 'text/csv;charset=utf-8');
}

/** What a drawing takes from the page's style sheets and needs to keep its look outside it. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'opacity',
] as const;

/** Room around a saved drawing, in its own units. */
const MARGIN = 8;

/**
 * The drawing as the text of a file of its own: colours and fonts written out, on the panel's ground with a margin, as
 * large as its view box says and with its label as title.
 */
function toSvgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    for (const property of KEPT) copies[i]?.setAttribute(property, style.getPropertyValue(property));
    copies[i]?.removeAttribute('style');
    copies[i]?.removeAttribute('class');
  });
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const { x, y, width, height } = svg.viewBox.baseVal;
  const frame = [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
  for (const [at, name] of (['x', 'y', 'width', 'height'] as const).entries()) {
    ground.setAttribute(name, String(frame[at]));
    if (at >= 2) copy.setAttribute(name, String(frame[at]));
  }
  copy.setAttribute('viewBox', frame.join(' '));
  ground.setAttribute(
    'fill',
    getComputedStyle(document.body).getPropertyValue('--atlas-panel').trim() || '#ffffff',
  );
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = svg.getAttribute('aria-label');
  copy.prepend(title, ground);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`;
}

/** Saves a chart as it looks now as `<name>.svg`. */
export function saveSvg(name: string, svg: SVGSVGElement): void {
  saveText(`${name}.svg`, toSvgText(svg), 'image/svg+xml');
}
