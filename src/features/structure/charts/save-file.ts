/** Hands a text to the person as a file. */
function saveText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** A cell as RFC 4180 wants it; nothing for a missing value. */
function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV with CRLF; a missing value is an empty cell. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/** Saves rows as UTF-8 CSV with the mark that Excel needs for Chinese. */
export function saveCsv(name: string, rows: readonly (readonly (string | number | null)[])[]): void {
  saveText(`${name}.csv`, `\uFEFF${toCsv(rows)}`, 'text/csv;charset=utf-8');
}

const PAINTED = ['fill', 'stroke', 'font-size', 'font-family', 'font-weight', 'opacity'] as const;

/** Saves a chart as it looks now: computed colours and fonts are written into the file, so that it stands alone. */
export function saveSvg(name: string, svg: SVGSVGElement): void {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const original = originals[index];
    if (original === undefined) return;
    const style = getComputedStyle(original);
    for (const property of PAINTED) element.setAttribute(property, style.getPropertyValue(property));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute(
    'fill',
    getComputedStyle(document.documentElement).getPropertyValue('--atlas-panel').trim(),
  );
  copy.prepend(paper);
  saveText(`${name}.svg`, new XMLSerializer().serializeToString(copy), 'image/svg+xml');
}
