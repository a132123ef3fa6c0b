import type { Path } from '../../exhibits/format/values';
import type { OffsetFinding } from './json-syntax';
import { svgTags } from './svg-tags';

/** Elements that run or embed something, or build others that do. */
const UNSAFE_ELEMENTS = [
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'handler',
  'listener'
];
const ANIMATIONS = ['animate', 'set', 'animatetransform', 'animatemotion'];
const EMBEDDED_PICTURE = /^data:image\/(png|jpe?g|webp|gif);base64,[a-z0-9+/=\s]*$/i;

/**
 * `svg-unsafe`, `svg-invalid`: a drawing draws, and nothing else: no scripts or handlers, nothing from another file or
 * host, no entities. Reads the text itself, because what a browser would make of it counts. Gives the faults in order.
 */
export function checkSvg(text: string, path: Path): OffsetFinding[] {
  const unsafe = (offset: number, what: string): OffsetFinding => ({
    code: 'svg-unsafe',
    path,
    offset,
    message: { en: `The drawing holds ${what}.`, zh: `图里有${what}。` },
    remedy: { en: 'Take it out; a drawing neither runs nor loads anything.', zh: '请去掉；图不得执行或加载任何内容。' }
  });
  const invalid = (offset: number, en: string, zh: string): OffsetFinding => ({
    code: 'svg-invalid',
    path,
    offset,
    message: { en, zh },
    remedy: { en: 'Export the drawing again as plain SVG.', zh: '请重新导出为普通SVG。' }
  });

  const findings: OffsetFinding[] = [];
  let root: string | null = null;
  for (const part of svgTags(text)) {
    const { offset } = part;
    if (part.kind === 'fault')
      return [...findings, invalid(offset, `The markup is broken: ${part.en}.`, `标记有误：${part.zh}。`)];
    if (part.kind === 'declaration') findings.push(unsafe(offset, part.name));
    if (part.kind === 'style' && isForeignStyle(part.text))
      findings.push(unsafe(offset, 'a style that loads something'));
    if (part.kind !== 'element') continue;
    const name = localName(part.name);
    if (root === null) {
      root = name;
      if (name !== 'svg')
        return [
          invalid(
            offset,
            `The file begins with <${part.name}>; expected <svg>.`,
            `文件以<${part.name}>开头，应为<svg>。`
          )
        ];
      const has = (attribute: string) => part.attributes.some((other) => other.name === attribute);
      if (!has('viewBox') && !(has('width') && has('height'))) {
        findings.push(
          invalid(offset, 'The drawing has neither viewBox nor width and height.', '图没有viewBox，也没有宽高。')
        );
      }
    }
    if (UNSAFE_ELEMENTS.includes(name)) findings.push(unsafe(offset, `<${part.name}>`));
    for (const attribute of part.attributes) {
      const fault = attributeFault(name, attribute.name, attribute.value);
      if (fault) findings.push(unsafe(attribute.offset, fault));
    }
  }
  if (root === null && findings.length === 0) findings.push(invalid(0, 'The file holds no drawing.', '文件里没有图。'));
  return findings;
}

function attributeFault(element: string, attribute: string, value: string): string | null {
  const name = localName(attribute);
  if (/^on/.test(name)) return `the handler ${attribute}`;
  if (attribute.toLowerCase() === 'xml:base') return 'xml:base';
  if (name === 'href' || name === 'src') {
    const isPicture = (element === 'image' || element === 'feimage') && EMBEDDED_PICTURE.test(value.trim());
    return value.trim() === '' || value.trim().startsWith('#') || isPicture
      ? null
      : `the reference “${value.slice(0, 60)}”`;
  }
  if (ANIMATIONS.includes(element) && name === 'attributename' && /href|^on|style/i.test(value))
    return `an animation of ${value}`;
  return isForeignStyle(value) && !attribute.startsWith('xmlns') ? `${attribute} that loads something` : null;
}

/** Whether a style or presentation attribute loads anything: `url()` of more than a fragment, `@import`, old behaviours. */
function isForeignStyle(css: string): boolean {
  if (!/[\\@(:]/.test(css)) return false;
  const plain = css
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => fromCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1')
    .replace(/\/\*.*?\*\//gs, '')
    .toLowerCase();
  if (/@import|expression\s*\(|-moz-binding|behavior\s*:|javascript:|image-set\s*\(/.test(plain)) return true;
  return [...plain.matchAll(/url\(\s*["']?\s*([^"')]*)/g)].some(([, target = '']) => !target.startsWith('#'));
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
