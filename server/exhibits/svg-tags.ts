/** What an SVG file is made of, as far as its safety goes. */
export type SvgPart =
  | { kind: 'element'; offset: number; name: string; attributes: { name: string; value: string; offset: number }[] }
  /** Text inside `<style>`. */
  | { kind: 'style'; offset: number; text: string }
  /** DOCTYPE and processing instructions, which bring entities and style sheets from elsewhere. */
  | { kind: 'declaration'; offset: number; name: string }
  /** Broken markup; nothing follows it. */
  | { kind: 'fault'; offset: number; en: string; zh: string };

const NAME = /[^\s/>="'<&;]+/y;
const ATTRIBUTE = /\s+([^\s/>="'<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** Goes through the markup once, strictly: what is not well-formed XML is a fault, so that no browser can read it otherwise. */
export function* svgTags(text: string): Generator<SvgPart> {
  const open: string[] = [];
  let isInStyle = false;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    if (next < 0) break;
    if (isInStyle && next > at) {
      yield { kind: 'style', offset: at, text: decodeReferences(text.slice(at, next)) };
    }
    if (text.startsWith('<!--', next)) {
      at = endAfter(text, '-->', next + 4);
    } else if (text.startsWith('<![CDATA[', next)) {
      at = endAfter(text, ']]>', next + 9);
      yield { kind: 'style', offset: next, text: text.slice(next + 9, at - 3) };
    } else if (text.startsWith('<?', next)) {
      at = endAfter(text, '?>', next + 2);
      if (!/^<\?xml\s(?![^]*?encoding\s*=\s*["'](?!utf-?8["']))/i.test(text.slice(next, at))) {
        yield { kind: 'declaration', offset: next, name: text.slice(next, Math.min(at, next + 40)) };
      }
    } else if (text.startsWith('<!', next)) {
      yield { kind: 'declaration', offset: next, name: text.slice(next, next + 10) };
      // Internal subsets nest brackets; nothing after one is worth reading.
      return;
    } else if (text.startsWith('</', next)) {
      const name = match(NAME, text, next + 2)?.[0] ?? '';
      if (open.pop() !== name) {
        yield {
          kind: 'fault',
          offset: next,
          en: `</${name}> closes nothing that is open`,
          zh: `</${name}>没有对应的开头`
        };
        return;
      }
      at = endAfter(text, '>', next);
      isInStyle = isStyle(open.at(-1));
    } else {
      const name = match(NAME, text, next + 1)?.[0];
      if (name === undefined) {
        yield { kind: 'fault', offset: next, en: 'a “<” begins no tag', zh: '“<”不是标签' };
        return;
      }
      at = next + 1 + name.length;
      const attributes = [];
      for (let found = match(ATTRIBUTE, text, at); found; found = match(ATTRIBUTE, text, at)) {
        const value = decodeReferences(found[2] ?? found[3] ?? '');
        attributes.push({ name: found[1] ?? '', value, offset: at + found[0].length - found[0].trimStart().length });
        at += found[0].length;
      }
      const end = match(/\s*(\/?)>/y, text, at);
      if (!end) {
        yield { kind: 'fault', offset: at, en: `the tag <${name}> is not closed`, zh: `标签<${name}>没有收尾` };
        return;
      }
      at += end[0].length;
      if (end[1] === '') {
        open.push(name);
        isInStyle = isStyle(name);
      }
      yield { kind: 'element', offset: next, name, attributes };
    }
    if (at < 0) {
      yield {
        kind: 'fault',
        offset: next,
        en: 'something that is opened here never ends',
        zh: '这里打开的内容没有结束'
      };
      return;
    }
  }
  const left = open.at(-1);
  if (left !== undefined)
    yield { kind: 'fault', offset: text.length, en: `<${left}> is never closed`, zh: `<${left}>没有收尾` };
}

function isStyle(name: string | undefined): boolean {
  return name !== undefined && /(^|:)style$/i.test(name);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Offset after the end mark; −1 when it never comes. */
function endAfter(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const isHex = name[1] === 'x' || name[1] === 'X';
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
