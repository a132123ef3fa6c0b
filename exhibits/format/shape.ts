import type { z } from 'zod';
import type { Finding } from './findings';
import type { Suggest } from './nearest';
import { keysOf, nearestOption, schemaAt } from './schema-paths';
import { tooBig, tooSmall, unknownKey, unknownValue, wrongForm, wrongType } from './shape-sentences';
import { describe, get, valueAt } from './values';
import type { Path } from './values';

type ZodIssue = z.core.$ZodIssue;

/**
 * What Zod found wrong with the shape, as findings with stable codes. One mistake is told once: where an unknown key is
 * probably a mistyped one, that one is not reported missing as well.
 */
export function shapeFindings(
  schema: z.ZodType,
  input: unknown,
  issues: readonly ZodIssue[],
  suggest: Suggest
): Finding[] {
  const findings: Finding[] = [];
  /** Paths of keys that an unknown key was probably meant to be. */
  const meant = new Set<string>();
  const missing: Finding[] = [];
  const say = (issue: ZodIssue, base: Path): void => {
    const path = [...base, ...(issue.path as Path)];
    const value = valueAt(input, path);
    switch (issue.code) {
      case 'unrecognized_keys': {
        const owner = schemaAt(schema, input, path);
        const known = (owner ? keysOf(owner) : []).filter((key) => key !== 'ext');
        for (const key of issue.keys) {
          const suggestion = suggest(key, known);
          if (suggestion && get(value, suggestion) === undefined) meant.add(JSON.stringify([...path, suggestion]));
          findings.push(unknownKey([...path, key], known, suggestion));
        }
        return;
      }
      case 'invalid_union': {
        if (issue.discriminator !== undefined && 'options' in issue && issue.options) {
          // No kind, or none that is known.
          const said = unknownValue(path, value, issue.options.map(String), suggest);
          if (value === undefined) missing.push({ ...said, code: 'missing-key' });
          else findings.push(said);
          return;
        }
        const union = unionAt(schema, input, path);
        const chosen = union ? nearestOption(union, value) : 0;
        const literals = literalsOf(issue.errors);
        if (literals) findings.push(unknownValue(path, value, literals, suggest));
        else if (union && isNoBlock(union, value)) findings.push(unclearBlock(path, value, union, suggest));
        else issue.errors[chosen]?.forEach((inner) => say(inner, path));
        return;
      }
      case 'invalid_type':
        if (value === undefined && path.length > 0) missing.push(missingKey(schema, input, path));
        else findings.push(wrongType(path, value, issue.expected));
        return;
      case 'invalid_value':
        if (value === undefined) missing.push(missingKey(schema, input, path));
        else findings.push(unknownValue(path, value, issue.values.map(String), suggest));
        return;
      case 'invalid_key': {
        const [inner] = issue.issues;
        const pattern = inner?.code === 'invalid_format' ? inner.pattern : undefined;
        findings.push({ ...wrongForm(path, path.at(-1), pattern, 'regex'), atKey: true });
        return;
      }
      case 'invalid_format':
        findings.push(wrongForm(path, value, issue.pattern, issue.format));
        return;
      case 'too_big':
        findings.push(tooBig(path, value, issue.origin, Number(issue.maximum)));
        return;
      case 'too_small':
        findings.push(tooSmall(path, value, issue.origin, Number(issue.minimum), issue.inclusive !== false));
        return;
      default:
        findings.push(wrongType(path, value, 'value'));
    }
  };
  issues.forEach((issue) => say(issue, []));
  return [...findings, ...missing.filter((finding) => !meant.has(JSON.stringify(finding.path)))];
}

function unionAt(schema: z.ZodType, input: unknown, path: Path): z.core.$ZodType | null {
  const last = path.at(-1);
  const owner = schemaAt(schema, input, path.slice(0, -1));
  if (!owner || last === undefined) return null;
  const { def } = (owner as z.core.$ZodTypes)._zod;
  let child: z.core.$ZodType | undefined;
  if (def.type === 'object') child = def.shape[last];
  else if (def.type === 'array') child = def.element;
  else if (def.type === 'record') child = def.valueType;
  while (child && (child as z.core.$ZodTypes)._zod.def.type === 'optional') {
    child = (child as z.core.$ZodOptional)._zod.def.innerType;
  }
  return child && (child as z.core.$ZodTypes)._zod.def.type === 'union' ? child : null;
}

/** The values a union of literals allows; null of other unions. */
function literalsOf(errors: readonly (readonly ZodIssue[])[]): string[] | null {
  const values: string[] = [];
  for (const [first] of errors) {
    if (first?.code !== 'invalid_value' || first.path.length > 0) return null;
    values.push(...first.values.map(String));
  }
  return values;
}

function optionsOf(union: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (union as z.core.$ZodTypes)._zod;
  return def.type === 'union' ? [...def.options] : [];
}

/** Objects of a union are told apart by keys; with none of them there is nothing to go by. */
function isNoBlock(union: z.core.$ZodType, value: unknown): boolean {
  return optionsOf(union).every((option) => keysOf(option).every((key) => get(value, key) === undefined));
}

function unclearBlock(path: Path, value: unknown, union: z.core.$ZodType, suggest: Suggest): Finding {
  const known = [...new Set(optionsOf(union).map((option) => keysOf(option)[0] ?? ''))];
  const [key = ''] = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const suggestion = suggest(key, known);
  const found = describe(value);
  return {
    code: 'block-unclear',
    path: suggestion ? [...path, key] : path,
    atKey: suggestion !== undefined,
    message: {
      en: `Found ${suggestion ? `“${key}”` : found.en} where a block is expected, an object with one of the keys ${known.join(', ')}.`,
      zh: `这里写的是${suggestion ? `“${key}”` : found.zh}，应为一个段块，即含有${known.join('、')}之一的对象。`
    },
    remedy: suggestion
      ? { en: `Write “${suggestion}” instead.`, zh: `改写为“${suggestion}”。` }
      : { en: 'Give the block one of these keys.', zh: '给段块写上其中一个键。' },
    suggestion
  };
}

function missingKey(schema: z.ZodType, input: unknown, path: Path): Finding {
  const key = String(path.at(-1));
  const { description, examples } = metaOf(schemaAt(schema, input, path));
  const example = JSON.stringify({ [key]: examples[0] ?? '…' }).slice(1, -1);
  return {
    code: 'missing-key',
    path,
    message: {
      en: `“${key}” is missing${description ? ` (${description.replace(/\.$/, '')})` : ''}.`,
      zh: `缺少“${key}”。`
    },
    remedy: { en: `Add it, for example ${example}.`, zh: `请补上，例如${example}。` }
  };
}

function metaOf(schema: z.core.$ZodType | null): { description: string; examples: unknown[] } {
  const meta = schema && 'meta' in schema && typeof schema.meta === 'function' ? (schema as z.ZodType).meta() : null;
  return { description: meta?.description ?? '', examples: (meta?.examples as unknown[] | undefined) ?? [] };
}
