import type { CompiledExhibit, CompiledTour, ExhibitEntry } from '../../exhibits/format/compiled';
import type { Home } from '../../exhibits/format/home';
import { bodiesOf, canvasesOf, canvasId, fragment, homepages, type ManifestSources } from './canvases';
import { requiredStatement, rightsOf, textOf, treeText } from './manifest-texts';
import { plainText } from '../../exhibits/format/markdown';
import { mapValues } from './record-fields';

export const PRESENTATION_CONTEXT = 'http://iiif.io/api/presentation/3/context.json';

/**
 * An exhibit as a IIIF Presentation 3 manifest: objects are canvases, sections and tours ranges, regions and what guides
 * say annotations, transcripts supplements. The gallery and the timeline have no place in IIIF and are left to our pages.
 */
export function manifestOf(sources: ManifestSources, house: Home): object {
  const { exhibit, base } = sources;
  const id = manifestId(base, exhibit.id);
  const ids = Object.keys(exhibit.objects);
  const cover = /^object:(.+)$/.exec(exhibit.cover ?? '')?.[1];
  const covered = (cover && exhibit.objects[cover]) || exhibit.objects[ids[0] ?? ''];
  const structures = [sectionsRange(sources), ...exhibit.tours.map((tour) => tourRange(sources, tour))];
  return {
    '@context': PRESENTATION_CONTEXT,
    id,
    type: 'Manifest',
    label: textOf(exhibit.title),
    ...(exhibit.derived.summary ? { summary: treeText(exhibit.derived.summary) } : {}),
    metadata: (exhibit.credits ?? []).map(({ role, name }) => ({ label: textOf(role), value: textOf(name) })),
    ...requiredStatement(exhibit),
    ...rightsOf(exhibit.rights),
    provider: [providerOf(exhibit, house, base)],
    homepage: homepages(sources, `/exhibits/${exhibit.id}`, exhibit.title),
    ...(covered ? { thumbnail: [thumbnailOf(base, covered.derived.picture)] } : {}),
    seeAlso: [
      {
        id: `${base}/api/exhibits/${exhibit.id}`,
        type: 'Dataset',
        label: textOf({ 'zh-Hans': '展览数据', en: 'The exhibit as data' }),
        format: 'application/json'
      },
      {
        id: `${base}/api/exhibits/${exhibit.id}/catalogue.csv`,
        type: 'Dataset',
        label: textOf({ 'zh-Hans': '目录表', en: 'The catalogue as a table' }),
        format: 'text/csv'
      }
    ],
    partOf: [{ id: collectionId(base), type: 'Collection' }],
    viewingDirection: 'left-to-right',
    behavior: ['individuals'],
    ...(cover && exhibit.objects[cover] ? { start: { id: canvasId(sources, cover), type: 'Canvas' } } : {}),
    items: ids.flatMap((object) => {
      const found = exhibit.objects[object];
      return found ? canvasesOf(sources, object, found) : [];
    }),
    structures: structures.filter((range) => range !== null),
    ...(exhibit.tours.length > 0 ? { annotations: exhibit.tours.map((tour) => tourPage(sources, tour)) } : {})
  };
}

/** The exhibits that are served, as a IIIF collection. */
export function collectionOf(entries: ExhibitEntry[], house: Home, base: string): object {
  return {
    '@context': PRESENTATION_CONTEXT,
    id: collectionId(base),
    type: 'Collection',
    label: textOf(house.name),
    provider: [{ id: `${base}/about`, type: 'Agent', label: textOf(house.holder) }],
    items: entries.map((entry) => ({
      id: manifestId(base, entry.id),
      type: 'Manifest',
      label: textOf(entry.title),
      ...(entry.cover ? { thumbnail: [thumbnailOf(base, entry.cover)] } : {})
    }))
  };
}

function manifestId(base: string, exhibit: string): string {
  return `${base}/iiif/presentation/3/${exhibit}/manifest.json`;
}

function collectionId(base: string): string {
  return `${base}/iiif/presentation/3/collection.json`;
}

function providerOf(exhibit: CompiledExhibit, house: Home, base: string) {
  const { name = house.holder, homepage } = exhibit.provider ?? {};
  const page = homepage ?? `${base}/about`;
  const label = textOf(name);
  return { id: page, type: 'Agent', label, homepage: [{ id: page, type: 'Text', label, format: 'text/html' }] };
}

function thumbnailOf(base: string, { derivatives }: { derivatives: { url: string; widthPx: number }[] }) {
  const chosen = derivatives.find(({ widthPx }) => widthPx >= 512) ?? derivatives.at(-1);
  return { id: base + (chosen?.url ?? ''), type: 'Image', format: 'image/webp' };
}

const canvasItem = (sources: ManifestSources, object: string) => ({
  id: canvasId(sources, object),
  type: 'Canvas' as const
});

function rangeId({ exhibit, base }: ManifestSources, name: string): string {
  return `${base}/iiif/presentation/3/${exhibit.id}/range/${name}`;
}

/** The table of contents; a section that shows nothing has no canvas to lead to. */
function sectionsRange(sources: ManifestSources): object | null {
  const items = sources.exhibit.sections
    .filter((section) => section.derived.objects.length > 0)
    .map((section) => ({
      id: rangeId(sources, `section/${section.id}`),
      type: 'Range',
      label: textOf(section.title),
      summary: treeText(section.derived.tree),
      items: section.derived.objects.map((object) => canvasItem(sources, object))
    }));
  if (items.length === 0) return null;
  const label = textOf({ 'zh-Hans': '目录', en: 'Contents' });
  return { id: rangeId(sources, 'sections'), type: 'Range', label, items };
}

function tourRange(sources: ManifestSources, tour: CompiledTour): object | null {
  const objects = tour.stops.map(({ at }) => objectAt(sources.exhibit, at)).filter((object) => object !== null);
  const items = objects.map((object) => canvasItem(sources, object));
  if (items.length === 0) return null;
  return {
    id: rangeId(sources, `tour/${tour.id}`),
    type: 'Range',
    label: textOf(tour.title),
    behavior: ['sequence'],
    items
  };
}

/** What the guide says, stop by stop, at what one looks at; of the whole exhibit where that is no picture. */
function tourPage(sources: ManifestSources, tour: CompiledTour): object {
  const { exhibit, base } = sources;
  const id = `${base}/iiif/presentation/3/${exhibit.id}/tour/${tour.id}`;
  return {
    id,
    type: 'AnnotationPage',
    label: textOf(tour.title),
    items: tour.stops.map((stop) => ({
      id: `${id}/${stop.id}`,
      type: 'Annotation',
      motivation: 'commenting',
      body: bodiesOf(mapValues(stop.derived.tree, plainText)),
      target: targetAt(sources, stop.at) ?? { id: manifestId(base, exhibit.id), type: 'Manifest' }
    }))
  };
}

function targetAt(sources: ManifestSources, at: string): string | null {
  const object = objectAt(sources.exhibit, at);
  if (object === null) return null;
  const canvas = canvasId(sources, object);
  const region = /^region:[^/]+\/(.+)$/.exec(at)?.[1];
  const found = sources.exhibit.objects[object];
  const part = found?.regions?.find(({ id }) => id === region);
  if (!part) return canvas;
  const size = sources.imagesOf(object)[0]?.size ?? found?.derived.picture;
  return size ? `${canvas}#${fragment(part.xywh, size)}` : canvas;
}

/** The object a reference speaks of: itself, the one of an event or region, the first of a section. */
function objectAt(exhibit: CompiledExhibit, at: string): string | null {
  const [kind, id = ''] = at.split(':');
  const named =
    kind === 'object'
      ? id
      : kind === 'region'
        ? id.split('/')[0]
        : kind === 'event'
          ? exhibit.timeline.events.find((event) => event.id === id)?.object
          : kind === 'section'
            ? exhibit.sections.find((section) => section.id === id)?.derived.objects[0]
            : undefined;
  return named !== undefined && Object.hasOwn(exhibit.objects, named) ? named : null;
}
