import type { DataTable, Picture, Recording, ScanPage } from '../../exhibits/format/compiled';
import type { PageChart } from '../contract/pages';
import { widthsOf } from './derivatives';
import type { Measured, MeasuredPages } from './measuring';
import { describeRecording } from './recording';
import type { ObjectSources } from './source';

export interface PreparedObject {
  picture: Picture;
  pages: ScanPage[];
  table: DataTable | null;
  /** Address of the GLB. */
  modelUrl: string | null;
  /** Height of the model over its width. */
  modelTallness: number | null;
  recording: Recording | null;
  /** For charts drawn from a spec. */
  chart: PageChart | null;
}

/** An object as it was read: what its pictures are made from. */
export interface LoadedObject {
  sources: ObjectSources;
  measured: Measured;
  pages: MeasuredPages['pages'];
  fonts: () => Promise<string[]>;
}

/** A picture of an object by its hash: its only one, or one of its pages. */
export function pictureBy({ sources, measured, pages }: LoadedObject, hash: string) {
  if (sources.picture.hash === hash) return { source: sources.picture, widthPx: measured.widthPx };
  const page = pages.find(({ image }) => image.source.hash === hash);
  return page ? { source: page.image.source, widthPx: page.measured.widthPx } : null;
}

/** What pages say of an object’s pictures, table, model and recording: their addresses and sizes. */
export function describe(
  exhibit: string,
  id: string,
  { picture, table, model, recording }: ObjectSources,
  { first, pages }: MeasuredPages
): Omit<PreparedObject, 'chart'> {
  const address = (hash: string, file: string) => `/media/${exhibit}/${id}/${hash}/${file}`;
  return {
    picture: describePicture(first, (file) => address(picture.hash, file)),
    pages:
      pages.length < 2
        ? []
        : pages.map(({ page, image, measured }) => ({
            page,
            picture: describePicture(measured, (file) => address(image.source.hash, file))
          })),
    table,
    modelUrl: model && address(model.hash, 'model.glb'),
    modelTallness: model && model.tallness,
    recording: recording && describeRecording(recording, address)
  };
}

function describePicture({ widthPx, heightPx, colour }: Measured, address: (file: string) => string): Picture {
  const derivatives = widthsOf(widthPx).map((width) => ({ url: address(`${width}.webp`), widthPx: width }));
  return { url: derivatives.at(-1)?.url ?? '', widthPx, heightPx, colour, derivatives };
}
