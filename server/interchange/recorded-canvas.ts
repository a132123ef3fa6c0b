import type { Recording } from '../../exhibits/format/compiled';

/** What is needed to say a recording in IIIF. */
export interface RecordedParts {
  /** Address of the site without a slash at its end. */
  base: string;
  /** Id of the canvas. */
  canvas: string;
  recording: Recording & { lengthS: number };
  /** The size of the canvas and what is shown of the object as a picture. */
  size: { width: number; height: number };
  picture: object;
}

/**
 * The parts of a canvas that lasts (Presentation API 3.0 §5.3): the recording painted for its whole duration, and its
 * picture beside it, before a film begins or while a sound is heard.
 */
export function recordedCanvas({ base, canvas, recording, size, picture }: RecordedParts) {
  const isFilm = recording.type.startsWith('video/');
  const body = {
    id: base + recording.url,
    type: isFilm ? 'Video' : 'Sound',
    format: recording.type,
    duration: recording.lengthS,
    ...(isFilm ? size : {})
  };
  const beside = `${canvas}/picture`;
  const shown = { id: beside, type: 'Canvas', ...size, items: [painting(beside, picture)] };
  return {
    duration: recording.lengthS,
    ...(isFilm ? { placeholderCanvas: shown } : { accompanyingCanvas: shown }),
    items: [painting(canvas, body)]
  };
}

/** The page of what is painted on a canvas: one thing. */
export function painting(canvas: string, body: object) {
  const items = [{ id: `${canvas}/painting/1`, type: 'Annotation', motivation: 'painting', body, target: canvas }];
  return { id: `${canvas}/painting`, type: 'AnnotationPage', items };
}

const SPOKEN: Record<string, Record<string, string>> = {
  'zh-Hans': { 'zh-Hans': '中文字幕', en: 'Chinese captions' },
  en: { 'zh-Hans': '英文字幕', en: 'English captions' }
};

/** Captions as WebVTT files, supplements of the whole canvas. */
export function captionNotes(base: string, canvas: string, recording: Recording): object[] {
  return recording.captions.map(({ language, url }) => ({
    id: `${canvas}/captions/${language}`,
    type: 'Annotation',
    motivation: 'supplementing',
    body: {
      id: base + url,
      type: 'Text',
      format: 'text/vtt',
      label: labelOf(language),
      language: [language]
    },
    target: canvas
  }));
}

function labelOf(language: string): Record<string, string[]> {
  const words = SPOKEN[language] ?? { 'zh-Hans': `字幕（${language}）`, en: `Captions (${language})` };
  return Object.fromEntries(Object.entries(words).map(([locale, text]) => [locale, [text]]));
}
