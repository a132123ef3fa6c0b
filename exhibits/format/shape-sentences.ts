import type { Finding } from './findings';
import { formOf } from './forms';
import type { Suggest } from './nearest';
import type { Sentence } from './sentence';
import { describe } from './values';
import type { Path } from './values';

/** What is said of each mistake of shape; `shape.ts` decides which it is. */

export function unknownKey(path: Path, known: string[], suggestion: string | undefined): Finding {
  const key = String(path.at(-1));
  return {
    code: 'unknown-key',
    path,
    atKey: true,
    message: {
      en: `The format knows no key “${key}” here; it knows ${known.join(', ')}.`,
      zh: `格式里没有“${key}”这个键；这里可用${known.join('、')}。`
    },
    remedy: suggestion
      ? { en: `Write “${suggestion}” instead.`, zh: `改写为“${suggestion}”。` }
      : { en: 'Take the key away, or keep it under “ext”.', zh: '请去掉这个键，或移到“ext”里。' },
    suggestion
  };
}

export function unknownValue(path: Path, value: unknown, values: string[], suggest: Suggest): Finding {
  const suggestion = typeof value === 'string' ? suggest(value, values) : undefined;
  const found = describe(value);
  return {
    code: 'unknown-value',
    path,
    message: {
      en: `Found ${found.en}; expected ${values.length === 1 ? values[0] : `one of ${values.join(', ')}`}.`,
      zh: `这里写的是${found.zh}，应为${values.join('、')}${values.length === 1 ? '' : '之一'}。`
    },
    remedy: suggestion
      ? { en: `Write “${suggestion}” instead.`, zh: `改写为“${suggestion}”。` }
      : { en: 'Write one of these.', zh: '请改成其中之一。' },
    suggestion
  };
}

const TYPES: Record<string, Sentence> = {
  string: { en: 'a text in quotation marks', zh: '引号里的文字' },
  number: { en: 'a number', zh: '一个数' },
  int: { en: 'a whole number', zh: '一个整数' },
  boolean: { en: 'true or false', zh: 'true或false' },
  array: { en: 'a list [ ]', zh: '一个列表[ ]' },
  tuple: { en: 'a list [ ]', zh: '一个列表[ ]' },
  object: { en: 'an object { }', zh: '一个对象{ }' },
  record: { en: 'an object { }', zh: '一个对象{ }' }
};

export function wrongType(path: Path, value: unknown, expected: string): Finding {
  const wanted = TYPES[expected] ?? { en: 'something else', zh: '别的内容' };
  const found = describe(value);
  const isBareText = typeof value === 'string' && expected === 'record';
  return {
    code: 'wrong-type',
    path,
    message: { en: `Found ${found.en}; expected ${wanted.en}.`, zh: `这里写的是${found.zh}，应为${wanted.zh}。` },
    remedy: isBareText
      ? {
          en: 'Write a text for each language, as {"zh-Hans": "…", "en": "…"}.',
          zh: '请按语言分写，如{"zh-Hans": "……", "en": "…"}。'
        }
      : { en: `Write ${wanted.en} here.`, zh: `请改为${wanted.zh}。` }
  };
}

export function wrongForm(path: Path, value: unknown, pattern: string | undefined, format: string): Finding {
  const form = formOf(pattern, format);
  const suggestion = typeof value === 'string' ? form.guess?.(value) : undefined;
  const found = describe(value);
  return {
    code: 'wrong-form',
    path,
    message: {
      en: `Found ${found.en}; expected ${form.words.en}.`,
      zh: `这里写的是${found.zh}，应为${form.words.zh}。`
    },
    remedy: suggestion
      ? { en: `Write “${suggestion}”.`, zh: `可写作“${suggestion}”。` }
      : { en: 'Write it in that form.', zh: '请照这种写法改。' },
    suggestion
  };
}

export function tooBig(path: Path, value: unknown, origin: string, maximum: number): Finding {
  return limit(path, value, origin, 'too-long', { en: `at most ${maximum}`, zh: `至多${maximum}` });
}

export function tooSmall(path: Path, value: unknown, origin: string, minimum: number, isInclusive: boolean): Finding {
  if (value === '') {
    return {
      code: 'too-short',
      path,
      message: { en: 'The text is empty.', zh: '文字是空的。' },
      remedy: { en: 'Write it, or take the key away.', zh: '请写上，或去掉这个键。' }
    };
  }
  const words = isInclusive
    ? { en: `at least ${minimum}`, zh: `至少${minimum}` }
    : { en: `more than ${minimum}`, zh: `大于${minimum}` };
  return limit(path, value, origin, 'too-short', words);
}

function limit(path: Path, value: unknown, origin: string, code: 'too-long' | 'too-short', bound: Sentence): Finding {
  if (origin === 'string' && typeof value === 'string') {
    return {
      code,
      path,
      message: {
        en: `The text has ${value.length} characters; expected ${bound.en}.`,
        zh: `文字有${value.length}个字符，应为${bound.zh}个。`
      },
      remedy: { en: 'Change its length.', zh: '请调整长短。' }
    };
  }
  if (Array.isArray(value)) {
    return {
      code,
      path,
      message: {
        en: `The list has ${value.length} item${value.length === 1 ? '' : 's'}; expected ${bound.en}.`,
        zh: `列表有${value.length}项，应为${bound.zh}项。`
      },
      remedy: { en: 'Add or take away items.', zh: '请增减项数。' }
    };
  }
  const found = describe(value);
  return {
    code: 'out-of-range',
    path,
    message: { en: `Found ${found.en}; expected ${bound.en}.`, zh: `这里写的是${found.zh}，应为${bound.zh}。` },
    remedy: { en: 'Check the number and its unit.', zh: '请核对数值与单位。' }
  };
}
