import type { LocalizedText } from '../../exhibits/format/common';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { FontSlice } from './page-fonts';
import type { Face } from './shipped';

const BOLD: Face = { family: 'Noto Serif SC', weight: 700, style: 'normal' };
const REGULAR: Face = { family: 'Noto Serif SC', weight: 500, style: 'normal' };

/**
 * What an exhibit sets in the heading face, by the pages it stands on: titles are on all of them, object titles on
 * story and catalogue, event titles on the timeline, leads and quotations on the story.
 */
export function exhibitSlices(exhibit: Exhibit): FontSlice[] {
  const sections = exhibit.sections ?? [];
  const objects = Object.values(exhibit.objects ?? {});
  const { eras = [], lanes = [], events = [] } = exhibit.timeline ?? {};
  const blocks = sections.flatMap((section) => section.blocks ?? []);
  const seals = [...sections, ...eras].map((each) => each.seal ?? '').join('');
  const slice = (name: string, face: Face, ...texts: (LocalizedText | undefined)[]): FontSlice => ({
    name: `${exhibit.id}-${name}`,
    face,
    text: texts.flatMap((text) => Object.values(text ?? {})).join('')
  });
  const titles = slice(
    'titles',
    BOLD,
    ...[exhibit.title, exhibit.shortTitle, exhibit.subtitle, exhibit.provider?.name],
    ...[...sections, ...eras, ...(exhibit.tours ?? [])].map(({ title }) => title)
  );
  return [
    { ...titles, text: titles.text + seals },
    slice('objects', BOLD, ...objects.map(({ title }) => title)),
    slice('events', BOLD, ...[...events, ...lanes].map(({ title }) => title)),
    slice(
      'leads',
      REGULAR,
      exhibit.summary,
      exhibit.subtitle,
      ...sections.flatMap(({ text, epigraph }) => [text, epigraph])
    ),
    slice(
      'quotes',
      REGULAR,
      ...blocks.flatMap((block) => ('quote' in block ? [block.quote, block.attribution] : [])),
      ...objects.flatMap(({ transcript, typeset }) => [transcript, typeset?.heading, typeset?.attribution])
    ),
    // The catalogue cites titles in the regular weight, the timeline its events.
    slice('names', REGULAR, ...[...objects, ...events].map(({ title }) => title))
  ];
}
