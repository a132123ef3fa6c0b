/** A text a visitor reads or hears, in the language its element is marked with. */
export interface SaidText {
  lang: string;
  text: string;
}

/** Elements that never have an end tag. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const SILENT = new Set(['script', 'style', 'code']);
/** Attributes that are read out or shown. */
const SPOKEN = new Set(['alt', 'aria-label', 'title', 'placeholder', 'aria-description', 'label']);
const PART = /<!--[^]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=>/]+)(?:="([^"]*)")?/g;

/** Every text of a page of ours with its language (`lang`, inherited), what a picture or button is called included; not code. */
export function saidTexts(html: string): SaidText[] {
  const said: SaidText[] = [];
  const open: { name: string; lang: string }[] = [];
  const langHere = () => open.at(-1)?.lang ?? '';
  const say = (lang: string, text: string) => {
    if (text.trim() !== '') said.push({ lang, text: decoded(text.trim()) });
  };
  for (const [, close, tag, attributes = '', selfClosed, text] of html.matchAll(PART)) {
    if (text !== undefined) {
      if (!SILENT.has(open.at(-1)?.name ?? '')) say(langHere(), text);
      continue;
    }
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (close) {
      const at = open.findLastIndex((element) => element.name === name);
      if (at >= 0) open.splice(at);
      continue;
    }
    const has = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, value]));
    const lang = has.get('lang') ?? langHere();
    for (const [key, value] of has) if (SPOKEN.has(key)) say(lang, value);
    const isTold = name === 'meta' && /description|title|site_name/.test(has.get('name') ?? has.get('property') ?? '');
    if (isTold) say(lang, has.get('content') ?? '');
    if (!VOID.has(name) && !selfClosed) open.push({ name, lang });
  }
  return said;
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
