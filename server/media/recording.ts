import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Recording } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { ExhibitObject } from '../../exhibits/format/objects';
import { readCaptions, writeCaptions, type WrittenCue } from '../../exhibits/format/web-vtt';
import { hashOf, mediaOf, mediasOf, MissingFile, pathOf, readMedia, SourceFault, unlessMissing } from './media-files';
import { trackLength } from './track-length';

/** A sound or film on disk and its captions, read. */
export interface RecordingSource {
  hash: string;
  file: string;
  type: string;
  sizeBytes: number;
  lengthS: number | null;
  captions: { language: string; hash: string; cues: WrittenCue[] }[];
}

/** What browsers are told a recording is, by the kind of file. */
const TYPES = {
  audio: {
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    mp4: 'audio/mp4',
    ogg: 'audio/ogg',
    opus: 'audio/ogg',
    wav: 'audio/wav',
    webm: 'audio/webm'
  },
  video: { mp4: 'video/mp4', webm: 'video/webm', ogg: 'video/ogg' }
} as const;
const MAX_MB = 64;

/** Reads a recording and its captions; those that are missing are left out, which the validator says. */
export async function readRecording(object: ExhibitObject, exhibit: Exhibit, folder: string): Promise<RecordingSource> {
  const track = mediaOf(object, 'track');
  if (!track) throw new MissingFile('A recording needs a file with role track.');
  const file = await pathOf(folder, track);
  const extension = extname(track.file).slice(1).toLowerCase();
  const types: Record<string, string> = object.kind === 'video' ? TYPES.video : TYPES.audio;
  const type = types[extension];
  if (!type) throw new SourceFault(`“${track.file}” cannot be played as ${object.kind}.`);
  const { size } = await stat(file);
  if (size > MAX_MB * 1024 * 1024) throw new SourceFault(`“${track.file}” is larger than ${MAX_MB} MB.`);
  const captions = await Promise.all(
    mediasOf(object, 'captions').map(async (media) => {
      const bytes = await unlessMissing(readMedia(folder, media));
      if (!bytes) return [];
      const { cues } = readCaptions(bytes.toString('utf8'));
      const language = media.language ?? exhibit.languages[0] ?? 'und';
      return [{ language, hash: hashOf('captions', writeCaptions(cues)), cues }];
    })
  );
  const lengthS = await trackLength(file, extension);
  return { hash: await hashOfFile(file), file, type, sizeBytes: size, lengthS, captions: captions.flat() };
}

/** As pages know it; `addressOf` names a file of the object by its hash. */
export function describeRecording(
  { hash, file, type, sizeBytes, lengthS, captions }: RecordingSource,
  addressOf: (hash: string, file: string) => string
): Recording {
  return {
    url: addressOf(hash, `track${extname(file).toLowerCase()}`),
    type,
    sizeBytes,
    lengthS,
    captions: captions.map(({ language, hash, cues }) => ({
      language,
      url: addressOf(hash, 'captions.vtt'),
      cues: cues.map(({ startS, endS, speaker, text }) => ({ startS, endS, speaker, text }))
    }))
  };
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256').update('track\0');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 16);
}
