import type { Recording } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { ExhibitObject } from '../../exhibits/format/objects';
import type { Stop, Tour } from '../../exhibits/format/tours';
import { SourceFault, unlessMissing } from './media-files';
import { describeRecording, readRecording, type RecordingSource } from './recording';

/**
 * What guides say at halts of tours. In addresses a halt is `TOUR.ID`, which no object can be called; the last two
 * readings of each exhibit are kept, as of objects.
 */
export function openGuides() {
  const exhibits = new Map<string, Map<string, RecordingSource>[]>();
  return {
    /** Reads them anew; by halt, `TOUR/ID`. */
    async read(exhibit: Exhibit, folder: string): Promise<Record<string, Recording>> {
      const reading = new Map<string, RecordingSource>();
      const spoken: Record<string, Recording> = {};
      for (const tour of exhibit.tours ?? [])
        for (const stop of tour.stops) {
          const object = asObject(stop, tour);
          const recording = object && (await unlessMissing(readRecording(object, exhibit, folder)).catch(unlessFaulty));
          if (!recording) continue;
          const halt = `${tour.id}.${stop.id}`;
          reading.set(halt, recording);
          spoken[`${tour.id}/${stop.id}`] = describeRecording(
            recording,
            (hash, file) => `/media/${exhibit.id}/${halt}/${hash}/${file}`
          );
        }
      exhibits.set(exhibit.id, [reading, ...(exhibits.get(exhibit.id) ?? [])].slice(0, 2));
      return spoken;
    },
    find(exhibit: string, halt: string, matches: (found: RecordingSource) => boolean): RecordingSource | null {
      const readings = exhibits.get(exhibit) ?? [];
      return readings.map((reading) => reading.get(halt)).find((found) => found && matches(found)) ?? null;
    }
  };
}

/** The words of a guide as a sound like any other; null for halts without. */
function asObject({ audio, captions }: Stop, { languages = [] }: Tour): ExhibitObject | null {
  if (audio === undefined) return null;
  const [language] = languages;
  const media: ExhibitObject['media'] = [{ file: audio, role: 'track' }];
  if (captions !== undefined) media.push({ file: captions, role: 'captions', ...(language ? { language } : {}) });
  return { kind: 'audio', title: {}, nature: 'original', media };
}

/** What cannot be played the validator has told; the halt is read. */
function unlessFaulty(error: unknown): null {
  if (error instanceof SourceFault) return null;
  throw error;
}
