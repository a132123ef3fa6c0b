import type { CompiledObject } from '../../exhibits/format/compiled';
import { clock } from '../../exhibits/format/web-vtt';

/** An object's words as plain text, under its title: a recording's with times. Null where there are none in the language. */
export function transcriptText(object: CompiledObject, language: string): string | null {
  const title = (object.title[language] ?? Object.values(object.title)[0] ?? '').replace(/\s*\n\s*/g, ' ');
  const words = recordedWords(object, language) ?? object.transcript?.[language];
  return words === undefined ? null : `${title}\n\n${words}\n`;
}

function recordedWords({ derived }: CompiledObject, language: string): string | undefined {
  const colon = language.startsWith('zh') ? '：' : ': ';
  return derived.recording?.captions
    .find((captions) => captions.language === language)
    ?.cues.map(({ startS, speaker, text }) => `${clock(startS)}  ${speaker ? speaker + colon : ''}${text}`)
    .join('\n');
}
