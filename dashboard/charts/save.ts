import { type Table, toCsv } from '../shaping/csv.ts';

/** What an image of a chart says around it, so that it can stand alone. */
export interface Caption {
  title: string;
  subtitle: string;
  source: string;
}

const namespace = 'http://www.w3.org/2000/svg';
const font = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const above = 56;
const below = 30;
const side = 16;
/** Pixels of a PNG for each of the page. */
const density = 2;

export function saveCsv(name: string, table: Table): void {
  save(name, 'csv', new Blob(['\uFEFF', toCsv(table)], { type: 'text/csv;charset=utf-8' }));
}

export function saveJson(name: string, value: object): void {
  save(name, 'json', new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
}

export function saveSvg(name: string, chart: SVGSVGElement, caption: Caption): void {
  save(name, 'svg', new Blob([standalone(chart, caption)], { type: 'image/svg+xml' }));
}

/** @throws when the browser can't draw the picture */
export async function savePng(name: string, chart: SVGSVGElement, caption: Caption): Promise<void> {
  const picture = new Image();
  const address = URL.createObjectURL(new Blob([standalone(chart, caption)], { type: 'image/svg+xml' }));
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth * density;
  canvas.height = picture.naturalHeight * density;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser can’t make a PNG of this chart. Take the SVG instead.');
  save(name, 'png', blob);
}

/** The chart as a document of its own: with title, source and ground, and the page's colours written out. */
function standalone(chart: SVGSVGElement, { title, subtitle, source }: Caption): string {
  const width = Number(chart.getAttribute('width')) + 2 * side;
  const height = Number(chart.getAttribute('height')) + above + below;
  const page = document.createElementNS(namespace, 'svg');
  page.setAttribute('xmlns', namespace);
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': font }))
    page.setAttribute(name, String(value));
  const inner = chart.cloneNode(true) as SVGSVGElement;
  inner.setAttribute('x', String(side));
  inner.setAttribute('y', String(above));
  page.append(
    ground(width, height),
    text(title, 22, 17, 'var(--ink)', 600),
    text(subtitle, 42, 12.5, 'var(--muted)'),
    inner,
    text(source, height - 11, 11, 'var(--muted)'),
  );
  return writtenOut(new XMLSerializer().serializeToString(page));
}

function ground(width: number, height: number): SVGRectElement {
  const rect = document.createElementNS(namespace, 'rect');
  for (const [name, value] of Object.entries({ width, height, fill: 'var(--paper)' }))
    rect.setAttribute(name, `${value}`);
  return rect;
}

function text(content: string, y: number, size: number, fill: string, weight = 400): SVGTextElement {
  const element = document.createElementNS(namespace, 'text');
  for (const [name, value] of Object.entries({ x: side, y, 'font-size': size, 'font-weight': weight, fill }))
    element.setAttribute(name, String(value));
  element.textContent = content;
  return element;
}

/** Colours as the page shows them now: outside it nobody knows its variables. */
function writtenOut(markup: string): string {
  const style = getComputedStyle(document.documentElement);
  return markup
    .replace(/var\((--[a-z-]+)\)/g, (_, name) => style.getPropertyValue(name).trim())
    .replaceAll('currentColor', style.getPropertyValue('--ink').trim());
}

function save(name: string, extension: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
