import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Recording } from '../../exhibits/format/compiled';
import { presentationFaults } from '../support/iiif-presentation';
import { openTestApp, type TestApp } from './support/test-app';

describe('sounds and films', () => {
  let app: TestApp;
  let recording: Recording;
  const file = readFileSync('test/fixtures/kinds/kinds/media/bells.mp3');
  beforeAll(async () => {
    app = await openTestApp(['test/fixtures/kinds/kinds']);
    const found = app.catalogue.get('kinds')?.exhibit.objects['bells']?.derived.recording;
    if (!found) throw new Error('The fixture has no recording.');
    recording = found;
  });
  afterAll(() => app.close());

  const ask = (headers: Record<string, string> = {}, method = 'GET') => app.request(recording.url, { method, headers });
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

  it('are served whole, for ever, and say that they may be asked for in parts', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-length': String(file.length),
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable'
    });
    expect((await bytesOf(response)).equals(file)).toBe(true);
  });

  it.each([
    ['bytes=0-99', 0, 100],
    ['bytes=100-', 100, Infinity],
    ['bytes=-50', -50, Infinity],
    ['bytes=12000-99999', 12000, Infinity]
  ])('give the part %s', async (range, from, to) => {
    const response = await ask({ Range: range });
    const expected = file.subarray(from, to);
    expect(response.status).toBe(206);
    const start = file.length - (from < 0 ? -from : file.length - from);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${start + expected.length - 1}/${file.length}`);
    expect((await bytesOf(response)).equals(expected)).toBe(true);
  });

  it('answer 416 to a part beyond the end, and the whole to what is no range', async () => {
    const beyond = await ask({ Range: 'bytes=99999-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${file.length}`]);
    for (const range of ['bytes=5-2', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=-', 'bytes=x-y'])
      expect((await ask({ Range: range })).status).toBe(200);
  });

  it('patch no older copy: If-Range with another ETag gives the whole', async () => {
    const etag = (await ask({}, 'HEAD')).headers.get('etag') ?? '';
    expect((await ask({ Range: 'bytes=0-9', 'If-Range': etag })).status).toBe(206);
    expect((await ask({ Range: 'bytes=0-9', 'If-Range': '"older"' })).status).toBe(200);
    expect((await ask({ 'If-None-Match': etag })).status).toBe(304);
  });

  it('have captions without the editor’s comments', async () => {
    const [captions] = recording.captions;
    const response = await app.request(captions?.url ?? '');
    expect(response.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    const text = await response.text();
    expect(text).toContain('00:00:02.000 --> 00:00:04.000\n<v 测试员>第二声高一些，');
    expect(text).not.toContain('编者');
  });

  it('have their words as a text file with times, in each language of the captions', async () => {
    const at = '/api/exhibits/kinds/objects/bells/transcript.txt';
    const english = await app.request(`${at}?language=en`);
    expect(english.headers.get('content-disposition')).toBe('attachment; filename="bells.en.txt"');
    expect(await english.text()).toContain('0:02  A tester: The second is higher; please listen.\n');
    expect(await (await app.request(at)).text()).toContain('0:02  测试员：第二声高一些，请细听。');
    expect((await app.request(`${at}?language=fr`)).status).toBe(404);
  });

  describe('in IIIF', () => {
    const canvasOf = async (object: string) => {
      const manifest = await (await app.request('http://lantai.test/iiif/presentation/3/kinds/manifest.json')).json();
      expect(presentationFaults(manifest)).toEqual([]);
      return manifest.items.find(({ id }: { id: string }) => id.endsWith(`/canvas/${object}`));
    };

    it('are canvases that last as long as they do, with their picture beside them', async () => {
      const sound = await canvasOf('bells');
      const film = await canvasOf('square-film');
      const bodyOf = (canvas: typeof sound) => canvas.items[0].items[0].body;
      expect(sound.duration).toBe(recording.lengthS);
      expect(bodyOf(sound)).toMatchObject({ type: 'Sound', format: 'audio/mpeg', duration: recording.lengthS });
      expect(bodyOf(sound).id).toBe(`http://lantai.test${recording.url}`);
      expect(bodyOf(sound.accompanyingCanvas)).toMatchObject({ type: 'Image' });
      expect(bodyOf(film)).toMatchObject({ type: 'Video', format: 'video/webm', duration: film.duration });
      expect(bodyOf(film.placeholderCanvas)).toMatchObject({ type: 'Image' });
    });

    it('have their captions as supplements, a WebVTT file a language', async () => {
      const [notes] = (await canvasOf('bells')).annotations;
      const captions = notes.items.filter(({ body }: { body: { format?: string } }) => body.format === 'text/vtt');
      expect(
        captions.map(({ body }: { body: { id: string; language: string[] } }) => [body.id, body.language])
      ).toEqual(recording.captions.map(({ url, language }) => [`http://lantai.test${url}`, [language]]));
      expect(captions[0].motivation).toBe('supplementing');
    });
  });

  it('are heard and seen on their pages, to which the gallery leads; pictures are looked at in the room', async () => {
    const html = await (await app.request('/exhibits/kinds/gallery')).text();
    const firstLinkOf = (object: string) => {
      const entry = html.slice(html.indexOf(`data-entry="${object}"`));
      return /<a class="btn primary[^>]*>[^<]*/.exec(entry)?.[0];
    };
    for (const [object, words] of [
      ['bells', '听录音'],
      ['square-film', '看影片']
    ] as const) {
      expect(firstLinkOf(object)).toMatch(new RegExp(`href="/exhibits/kinds/objects/${object}"[^>]*>${words}$`));
      expect(firstLinkOf(object)).not.toContain('data-look-closer');
    }
    expect(firstLinkOf('letter')).toContain('data-look-closer="letter"');
  });

  it('are found by what is said in them', async () => {
    const found = await (await app.request('/api/search?q=%E8%AF%B7%E7%BB%86%E5%90%AC')).json();
    expect(JSON.stringify(found)).toContain('"reference":"object:bells"');
  });
});
