import { markdownText } from '../common';
import type { Finding } from '../findings';
import { exhibit as exhibitSchema } from '../exhibit';
import { addressesIn, parseText, refusedLinks } from '../markdown';
import { patternsOf, visitPattern } from '../schema-paths';
import type { Pattern } from '../schema-paths';
import { get, isDictionary } from '../values';
import type { Path } from '../values';
import type { Rule } from './rule';

const SCRIPT = /^[\s\p{Cc}]*(javascript|data|vbscript|file|blob)[\s\p{Cc}]*:/iu;
/** Begins like an address of some host. */
export const HOST = /^\s*(https?:)?\/\/[^\s/]/i;

/** Addresses that open by a click only, and never load anything. */
const CLICKED: Pattern[] = [
  ['sources', '*', 'url'],
  ['provider', 'homepage']
];
/** Strings that are addresses by their nature (licences, the editor's schema) or never leave the house. */
const FREE = [/^rights$/, /^objects\.[^.]*\.rights$/, /^\$schema$/, /(^|\.)ext(\.|$)/, /^facts\.[^.]*\.note$/];

const TEXTS = patternsOf(exhibitSchema, markdownText).map((pattern) => [...pattern, '*']);

/** `foreign-host`, `unsafe-link`: nothing but a source or the provider's home page leads out of the house, and nothing runs. */
export const staysInHouse: Rule = ({ exhibit, report }) => {
  const clicked = new Set<string>();
  for (const pattern of CLICKED) visitPattern(exhibit, pattern, (_, path) => clicked.add(path.join('.')));
  visitStrings(exhibit, (value, path) => {
    if (SCRIPT.test(value)) report(unsafe(path, value));
    else if (HOST.test(value) && !clicked.has(path.join('.'))) report(foreign(path, value));
  });
  for (const pattern of TEXTS) {
    visitPattern(exhibit, pattern, (value, path) => {
      if (typeof value !== 'string' || !value.includes('](')) return;
      for (const address of addressesIn(parseText(value))) report(foreign(path, address));
      for (const target of refusedLinks(value)) {
        if (SCRIPT.test(target)) report(unsafe(path, target));
        else if (HOST.test(target)) report(foreign(path, target));
        else report(noLink(path, target));
      }
    });
  }
};

/** `address-invalid`: what opens by a click is a whole web address. */
export const addressIsWhole: Rule = ({ exhibit, report }) => {
  for (const pattern of CLICKED) {
    visitPattern(exhibit, pattern, (value, path) => {
      if (typeof value !== 'string' || SCRIPT.test(value) || isWebAddress(value)) return;
      report(invalidAddress(path, value));
    });
  }
};

export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
}

export function invalidAddress(path: Path, value: string): Finding {
  const suggestion =
    isWebAddress(`https://${value}`) && /^[\w-]+(\.[\w-]+)+/.test(value) ? `https://${value}` : undefined;
  return {
    code: 'address-invalid',
    path,
    message: { en: `“${value.slice(0, 80)}” is not a web address.`, zh: `“${value.slice(0, 80)}”不是网址。` },
    remedy: {
      en: 'Write one address, from https:// on, without blanks.',
      zh: '请写一个完整网址，从https://写起，不留空格。'
    },
    suggestion
  };
}

/** Every string of the exhibit but those that are free to name an address. */
function visitStrings(exhibit: unknown, onString: (value: string, path: Path) => void): void {
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      if (HOST.test(value) || SCRIPT.test(value)) {
        const place = path.join('.');
        if (!FREE.some((pattern) => pattern.test(place))) onString(value, [...path]);
      }
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => walk(item, [...path, index]));
    } else if (isDictionary(value)) {
      for (const key of Object.keys(value)) if (key !== 'ext') walk(get(value, key), [...path, key]);
    }
  };
  walk(exhibit, []);
}

export function unsafe(path: Path, value: string): Finding {
  return {
    code: 'unsafe-link',
    path,
    message: {
      en: `“${value.slice(0, 40)}” would run or embed something; links lead to pages only.`,
      zh: `“${value.slice(0, 40)}”会执行或嵌入内容；链接只能通向网页。`
    },
    remedy: { en: 'Take the link away.', zh: '请去掉这个链接。' }
  };
}

function foreign(path: Path, value: string): Finding {
  return {
    code: 'foreign-host',
    path,
    message: {
      en: `Found the address ${value.slice(0, 80)}; only sources, the provider’s home page and licences lead to other hosts.`,
      zh: `这里有外部地址${value.slice(0, 80)}；只有来源、主办单位主页和许可可以指向别的网站。`
    },
    remedy: {
      en: 'Put the file into “media”, or the address into a source and cite a fact.',
      zh: '请把文件放进“media”，或把地址写进来源，再引用事实。'
    }
  };
}

function noLink(path: Path, target: string): Finding {
  return {
    code: 'unknown-reference',
    path,
    message: {
      en: `The link (${target.slice(0, 60)}) is neither a reference nor an https address, so it stays plain text.`,
      zh: `链接（${target.slice(0, 60)}）既不是引用也不是https地址，只会显示成文字。`
    },
    remedy: {
      en: 'Write it as (object:ID), (section:ID), (event:ID) ….',
      zh: '请写成(object:ID)、(section:ID)、(event:ID)等。'
    }
  };
}
