import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../../web/pages/render';
import { structuredData } from '../../../../web/pages/json-ld';
import { SAMPLE_ENTRY, sampleExhibit, sampleRequest } from '../sample';

const exhibit = sampleExhibit();
const object = { page: 'object', exhibit, entry: SAMPLE_ENTRY, object: 'stamps', today: '2026-11-24' } as const;
const publicUrl = 'https://a.example';
type Node = Record<string, unknown>;

/** What a crawler reads: the page's own script element, parsed. */
function readGraph(html: string): Node[] {
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? 'null';
  const { '@context': context, '@graph': graph } = JSON.parse(data) as { '@context': string; '@graph': Node[] };
  expect(context).toBe('https://schema.org');
  return graph;
}
const typed = (graph: Node[], type: string) => graph.find((node) => node['@type'] === type);

describe('the page of an object tells search engines', () => {
  it('an ArchiveComponent within an ExhibitionEvent of an ArchiveOrganization', async () => {
    const graph = readGraph(await renderPage(sampleRequest(object, { publicUrl })));
    const component = typed(graph, 'ArchiveComponent');
    const exhibition = typed(graph, 'ExhibitionEvent');
    const house = typed(graph, 'ArchiveOrganization');
    expect(component).toMatchObject({
      url: 'https://a.example/exhibits/port/objects/stamps',
      name: '大龙邮票',
      alternateName: ['Large Dragons'],
      temporalCoverage: '1878-07-01/1878-07-31',
      contentLocation: { '@type': 'Place', name: '紫竹林' },
      image: {
        contentUrl: 'https://a.example/iiif/image/3/port:stamps/full/!1200,1200/0/default.jpg',
        width: 1200,
        height: 600
      }
    });
    expect(component?.['subjectOf']).toEqual({ '@id': exhibition?.['@id'] });
    expect(exhibition?.['organizer']).toEqual({ '@id': house?.['@id'] });
    expect(house).toMatchObject({ name: '示例市档案馆', url: 'https://a.example/' });
  });
  it('nothing that is not known, and no making date of what a sketch shows', async () => {
    const graph = readGraph(await renderPage(sampleRequest(object, { publicUrl })));
    const component = typed(graph, 'ArchiveComponent') ?? {};
    for (const key of ['dateCreated', 'identifier', 'holdingArchive', 'license', 'about'])
      expect(component).not.toHaveProperty(key);
  });
  it('reference code, holder and date of an original', () => {
    const stamps = exhibit.objects['stamps'];
    if (!stamps) throw new Error('The sample has no stamps.');
    const original = {
      ...stamps,
      nature: 'original' as const,
      refCode: 'J0128-2',
      date: '1878-07',
      holder: { 'zh-Hans': '某馆' }
    };
    const changed = { ...exhibit, objects: { ...exhibit.objects, stamps: original } };
    const data = structuredData(sampleRequest({ ...object, exhibit: changed }));
    expect(typed(data?.['@graph'] as Node[], 'ArchiveComponent')).toMatchObject({
      identifier: { '@type': 'PropertyValue', value: 'J0128-2' },
      dateCreated: '1878-07',
      holdingArchive: { '@type': 'ArchiveOrganization', name: '某馆' }
    });
  });
  it('so that no text can end the element', async () => {
    const stray = exhibit.objects['stray'];
    if (!stray) throw new Error('The sample has no stray.');
    const hostile = { ...stray, title: { 'zh-Hans': '</script><b>' } };
    const changed = { ...exhibit, objects: { ...exhibit.objects, stray: hostile } };
    const html = await renderPage(sampleRequest({ ...object, exhibit: changed, object: 'stray' }));
    expect(typed(readGraph(html), 'ArchiveComponent')?.['name']).toBe('</script><b>');
  });
});

describe('the story tells search engines', () => {
  it('the exhibition with every work it features', async () => {
    const model = { page: 'story', exhibit, entry: SAMPLE_ENTRY } as const;
    const exhibition = typed(readGraph(await renderPage(sampleRequest(model, { publicUrl }))), 'ExhibitionEvent');
    expect(exhibition?.['workFeatured']).toEqual(
      ['stamps', 'telegram', 'stray'].map((id) => ({ '@id': `https://a.example/exhibits/port/objects/${id}#record` }))
    );
  });
});

it('a page that describes neither object nor exhibit says nothing', () => {
  expect(structuredData(sampleRequest({ page: 'privacy', exhibits: [] }))).toBeNull();
});
