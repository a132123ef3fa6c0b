const MAX_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 200;
/** Elements after every `<use>` is followed; a drawing of ours has a few thousand. */
const MAX_DRAWN_ELEMENTS = 200_000;
const MAX_ASPECT = 16;

export interface SvgSize {
  width: number;
  height: number;
}

/**
 * Whether an SVG may be rendered at all: no foreign reference, no entities, no `<use>` that multiplies, a size, limits.
 * The validator says the same of a curator's files earlier and with their place; the renderer does not rely on it.
 */
export function checkSvg(svg: string): { ok: true; size: SvgSize } | { ok: false; message: string } {
  const fail = (message: string) => ({ ok: false as const, message });
  if (Buffer.byteLength(svg) > MAX_BYTES) return fail(`The drawing is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  if (/<!DOCTYPE|<!ENTITY/i.test(svg)) return fail('The drawing declares a document type or entities.');
  if (/<(script|foreignObject|iframe)\b/i.test(svg)) return fail('The drawing holds a script or foreign content.');
  if (/@import|<\?xml-stylesheet/i.test(svg)) return fail('The drawing loads a style sheet.');
  const foreign = foreignReference(svg);
  if (foreign !== null) return fail(`The drawing refers to “${foreign.slice(0, 80)}”; it may only refer to itself.`);
  const drawn = countDrawn(svg);
  if (drawn === 'deep') return fail(`The drawing nests deeper than ${MAX_DEPTH} elements.`);
  if (drawn > MAX_DRAWN_ELEMENTS) return fail('The drawing repeats its parts too many times.');
  const size = sizeOf(svg);
  if (!size) return fail('The drawing has neither a viewBox nor a width and height.');
  if (Math.max(size.width / size.height, size.height / size.width) > MAX_ASPECT)
    return fail(`The drawing is more than ${MAX_ASPECT} times as long as it is wide.`);
  return { ok: true, size };
}

/** The first reference that leaves the file; `#id` and small embedded bitmaps stay. */
function foreignReference(svg: string): string | null {
  const references = [
    ...svg.matchAll(/\b(?:xlink:)?(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi),
    ...svg.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/gi)
  ].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim());
  return references.find((reference) => !/^(#|&#35;|data:image\/(png|jpeg|webp);base64,|$)/i.test(reference)) ?? null;
}

/**
 * Elements the renderer would draw: each element once, and for a `<use>` all that its target draws. Counts by one pass
 * over the tags; a target inside itself counts as far as the limit and no further.
 */
function countDrawn(svg: string): number | 'deep' {
  interface Node {
    children: Node[];
    target: string | null;
    drawn: number | null;
  }
  const root: Node = { children: [], target: null, drawn: null };
  const byId = new Map<string, Node>();
  const open: Node[] = [root];
  const text = svg.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  for (const [, closing, name = '', attributes = '', selfClosing] of text.matchAll(
    /<(\/?)([a-zA-Z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g
  )) {
    if (closing) {
      if (open.length > 1) open.pop();
      continue;
    }
    const node: Node = { children: [], target: null, drawn: null };
    if (/(^|:)use$/.test(name)) node.target = /\bhref\s*=\s*["']\s*#([^"']*)["']/.exec(attributes)?.[1]?.trim() ?? null;
    const id = /(?:^|\s)id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    if (id !== undefined) byId.set(id, node);
    open.at(-1)?.children.push(node);
    if (!selfClosing) open.push(node);
    if (open.length > MAX_DEPTH) return 'deep';
  }
  const visiting = new Set<Node>();
  const drawnBy = (node: Node): number => {
    if (node.drawn !== null) return node.drawn;
    if (visiting.has(node)) return MAX_DRAWN_ELEMENTS + 1;
    visiting.add(node);
    const target = node.target === null ? undefined : byId.get(node.target);
    let drawn = 1 + (target ? drawnBy(target) : 0);
    for (const child of node.children) drawn += drawnBy(child);
    visiting.delete(node);
    return (node.drawn = drawn);
  };
  return drawnBy(root);
}

/** Width and height as the renderer takes them: the attributes where both are lengths, else the viewBox. */
function sizeOf(svg: string): SvgSize | null {
  const tag = /<svg\b((?:"[^"]*"|'[^']*'|[^"'>])*)>/i.exec(svg)?.[1] ?? '';
  const attribute = (name: string) =>
    Number(new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(tag)?.[1]);
  const box =
    /\bviewBox\s*=\s*["']([^"']*)["']/
      .exec(tag)?.[1]
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const candidates = [
    [attribute('width'), attribute('height')],
    [box[2] ?? NaN, box[3] ?? NaN]
  ] as const;
  const [width, height] = candidates.find(([w, h]) => w > 0 && h > 0 && Number.isFinite(w * h)) ?? [0, 0];
  return width > 0 ? { width, height } : null;
}
