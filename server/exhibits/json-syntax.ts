import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { marksOutsideStrings } from './json-scan';
import type { Finding } from '../../exhibits/format/findings';
import type { Sentence } from '../../exhibits/format/sentence';

/** A finding at an offset of the text. */
export type OffsetFinding = Finding & { offset: number };

/** More than this many faults of one file say nothing new. */
const MAX_SYNTAX_FINDINGS = 50;

/** Punctuation of Chinese typing where JSON wants its own. */
const FULL_WIDTH: Record<string, string> = {
  '，': ',',
  '、': ',',
  '：': ':',
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  '＂': '"',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '\u3000': ' '
};

/** What is wrong with a text that is no JSON, each fault at its place, one a line: the rest of a line only follows from the first. */
export function syntaxFindings(text: string): OffsetFinding[] {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const faults = [...widePunctuation(text), ...errors.map((error) => findingOf(error, text))];
  const findings: OffsetFinding[] = [];
  let lineEnd = -1;
  // Sorting is stable: at one place the full-width mark, which is the cause, comes before what the parser makes of it.
  for (const finding of faults.sort((a, b) => a.offset - b.offset)) {
    if (finding.offset <= lineEnd) continue;
    findings.push(finding);
    const end = text.indexOf('\n', finding.offset);
    lineEnd = end < 0 ? text.length : end;
    if (findings.length === MAX_SYNTAX_FINDINGS) break;
  }
  // Faults our parser reads over and the engine's does not (a bare control character) have no place of their own.
  if (findings.length === 0) findings.push(fault(0, OTHER, CHECK_LINE));
  return findings;
}

function findingOf(error: ParseError, text: string): OffsetFinding {
  const { offset, length } = error;
  const mark = text.charAt(offset);
  const before = lastBefore(text, offset);
  const kind = printParseErrorCode(error.error);
  switch (kind) {
    case 'CommaExpected':
      return fault(
        before + 1,
        { en: 'A comma is missing after this.', zh: '这里之后缺一个逗号。' },
        { en: 'Add “,” here.', zh: '请在此加“,”。' }
      );
    case 'ColonExpected':
      return fault(
        before + 1,
        { en: 'A colon is missing between key and value.', zh: '键与值之间缺一个冒号。' },
        { en: 'Add “:” here.', zh: '请在此加“:”。' }
      );
    case 'PropertyNameExpected':
    case 'ValueExpected':
      if ((mark === '}' || mark === ']') && text.charAt(before) === ',') {
        return fault(
          before,
          { en: `There is a comma before “${mark}”, where nothing follows.`, zh: `“${mark}”之前多了一个逗号。` },
          { en: 'Take the comma away.', zh: '请去掉这个逗号。' }
        );
      }
      if (offset >= text.length) return endOfFile(text, before);
      return kind === 'ValueExpected'
        ? fault(offset, { en: 'A value is missing here.', zh: '这里缺一个值。' }, QUOTE_IT)
        : fault(offset, { en: 'A key in quotation marks is expected here.', zh: '这里应是引号里的键。' }, QUOTE_IT);
    case 'CloseBraceExpected':
      return offset >= text.length
        ? endOfFile(text, before)
        : fault(before + 1, { en: 'A closing “}” is missing.', zh: '缺一个“}”。' }, CLOSE_IT);
    case 'CloseBracketExpected':
      return offset >= text.length
        ? endOfFile(text, before)
        : fault(before + 1, { en: 'A closing “]” is missing.', zh: '缺一个“]”。' }, CLOSE_IT);
    case 'UnexpectedEndOfString':
      return fault(
        offset,
        { en: 'The text is not closed by a quotation mark on its line.', zh: '这段文字在本行没有用引号收尾。' },
        {
          en: 'Add the closing "; a quotation mark within is written \\", a new line \\n.',
          zh: '请补收尾的"；文字里的引号写作\\"，换行写作\\n。'
        }
      );
    case 'InvalidCommentToken':
      return fault(
        offset,
        { en: 'JSON has no comments.', zh: 'JSON里不能写注释。' },
        { en: 'Take it away; notes belong under “ext”.', zh: '请去掉；备注可写在“ext”里。' }
      );
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return fault(
        offset,
        {
          en: `“${text.slice(offset, offset + length)}” is not a number.`,
          zh: `“${text.slice(offset, offset + length)}”不是数。`
        },
        { en: 'Write it as 12 or 12.5, without leading zeros.', zh: '请写作12或12.5，开头不加零。' }
      );
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return fault(
        offset,
        { en: 'There is a backslash that begins nothing JSON knows.', zh: '这里的反斜线不成转义。' },
        { en: 'Write \\\\ for a backslash itself.', zh: '反斜线本身写作\\\\。' }
      );
    case 'InvalidCharacter':
      return fault(
        offset,
        { en: 'There is a control character in the text.', zh: '文字里有控制字符。' },
        { en: 'Write \\n for a new line and \\t for a tab.', zh: '换行写作\\n，制表写作\\t。' }
      );
    case 'EndOfFileExpected':
      return fault(
        offset,
        { en: 'Something follows after the end of the outermost bracket.', zh: '最外层括号结束之后还有内容。' },
        {
          en: 'Look for a bracket that closes too early, or take the rest away.',
          zh: '请查找过早结束的括号，或去掉其后内容。'
        }
      );
    default:
      if (mark === "'") {
        return fault(
          offset,
          { en: "Found ' where a quotation mark is expected.", zh: "这里用了'，应为双引号。" },
          { en: 'JSON uses " only.', zh: 'JSON只用"。' }
        );
      }
      return fault(offset, OTHER, QUOTE_IT);
  }
}

const OTHER: Sentence = { en: 'This is not JSON.', zh: '这里不成JSON。' };
const CHECK_LINE: Sentence = { en: 'Check commas, quotation marks and brackets.', zh: '请检查逗号、引号和括号。' };
const QUOTE_IT: Sentence = {
  en: 'Texts and keys stand in ", numbers, true, false and null without.',
  zh: '键和文字要加"，数、true、false、null不加。'
};
const CLOSE_IT: Sentence = { en: 'Close the bracket that is open here.', zh: '请把打开的括号收上。' };

function endOfFile(text: string, before: number): OffsetFinding {
  if (text.trim() === '') {
    const remedy = { en: 'Write an object { }, or take the file away.', zh: '请写一个对象{ }，或删去文件。' };
    return fault(0, { en: 'The file is empty.', zh: '文件是空的。' }, remedy);
  }
  return fault(
    Math.max(0, before),
    { en: 'The file ends before all brackets are closed.', zh: '文件结束时还有括号没有收上。' },
    CLOSE_IT
  );
}

/** Full-width punctuation outside strings, each mark. */
function widePunctuation(text: string): OffsetFinding[] {
  const findings: OffsetFinding[] = [];
  for (const { offset, mark } of marksOutsideStrings(text, (unit) => unit > 0x7f)) {
    const plain = FULL_WIDTH[mark];
    if (plain !== undefined) findings.push(wideMark(offset, mark, plain));
  }
  return findings;
}

function wideMark(offset: number, mark: string, plain: string): OffsetFinding {
  return {
    code: 'json-full-width',
    path: [],
    offset,
    message: {
      en: `Found the full-width mark “${mark}”, where JSON wants “${plain}”.`,
      zh: `这里用了全角“${mark}”，JSON里应为半角“${plain}”。`
    },
    remedy: {
      en: `Type “${plain}” in English input mode; within the quotation marks full width is right.`,
      zh: `请切到英文输入状态键入“${plain}”；引号之内的文字仍用全角。`
    },
    suggestion: plain
  };
}

function fault(offset: number, message: Sentence, remedy: Sentence): OffsetFinding {
  return { code: 'json-syntax', path: [], message, remedy, offset };
}

/** Offset of the last character before that is no white space; −1 at the beginning. */
function lastBefore(text: string, offset: number): number {
  let at = Math.min(offset, text.length) - 1;
  while (at >= 0 && /\s/.test(text.charAt(at))) at -= 1;
  return at;
}
