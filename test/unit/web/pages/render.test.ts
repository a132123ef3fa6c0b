import { describe, expect, it } from 'vitest';
import type { PageModel } from '../../../../server/contract/pages';
import { NO_FILTER } from '../../../../web/timeline/filter';
import { renderPage } from '../../../../web/pages/render';
import { NO_FONTS, SAMPLE_ENTRY, SAMPLE_HOUSE, sampleExhibit, sampleRequest } from '../sample';

const exhibit = sampleExhibit();
const object = { page: 'object', exhibit, entry: SAMPLE_ENTRY, object: 'stamps', today: '2026-11-24' } as const;
const text = (html: string) => html.replace(/<!--.*?-->/g, '').replace(/<[^>]+>/g, '');

describe('every document', () => {
  it('carries its data where no text can end it', async () => {
    const html = await renderPage(sampleRequest({ ...object, exhibit: { ...exhibit, id: '</script><b>' } }));
    const data = /<script type="application\/json" id="lantai-page">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(data)).toEqual({
      exhibit: '</script><b>',
      hash: exhibit.derived.hash,
      view: 'objects',
      place: 'object:stamps',
      locale: 'zh-Hans'
    });
  });

  it('has no inline script, no style element and no handler', async () => {
    const models: PageModel[] = [object, { page: 'home', exhibits: [SAMPLE_ENTRY], today: '2026-06-09' }];
    for (const model of models) {
      const html = await renderPage(sampleRequest(model));
      expect(html).not.toMatch(/<style|<script(?![^>]*(?:src=|type="application\/(?:ld\+)?json"))|\son[a-z]+="/);
    }
  });

  it('names itself in other languages only when the site knows its address', async () => {
    const silent = await renderPage(sampleRequest(object, { path: '/exhibits/port/objects/stamps' }));
    expect(silent).not.toContain('hreflang="x-default"');
    const html = await renderPage(
      sampleRequest(object, { path: '/exhibits/port/objects/stamps', publicUrl: 'https://a.example' })
    );
    expect(html).toContain('hreflang="en" href="https://a.example/en/exhibits/port/objects/stamps"');
    expect(html).toContain('property="og:image" content="https://a.example/media/port/cards/stamps/zh-Hans/card.jpg"');
    expect(html).toMatch(/property="og:image:alt" content="[^"]+"/);
  });

  it('loads the script of the site and of its own page', async () => {
    const script = (src: string) => ({ src, css: [], preload: [] });
    const scripts = { site: script('/s.js'), object: script('/o.js'), standing: script('/st.js') };
    const assets = { css: {}, scripts, fontsCss: NO_FONTS, traditional: null };
    expect(await renderPage(sampleRequest(object, { assets }))).toMatch(/src="\/s\.js".*src="\/o\.js"/);
    expect(await renderPage(sampleRequest({ page: 'privacy', exhibits: [] }, { assets }))).toContain('/st.js');
  });

  it('sets how the visitor reads by a plain script before any style sheet, and the house’s grey by itself', async () => {
    const scripts = { early: { src: '/e.js', css: [], preload: [] } };
    const assets = { css: { object: ['/o.css'] }, scripts, fontsCss: NO_FONTS, traditional: null };
    const html = await renderPage(sampleRequest(object, { assets }));
    expect(html).toMatch(/<script src="\/e\.js"><\/script>.*rel="stylesheet"/);
    expect(html).toContain('<html lang="zh-Hans" data-foot="views">');
    expect(await renderPage(sampleRequest(object, { isGrey: true }))).toContain(
      '<html lang="zh-Hans" data-grey data-foot="views">'
    );
  });

  it('loads its own style sheets and no other page’s', async () => {
    const css = { object: ['/every.css', '/object.css'], standing: ['/every.css', '/standing.css'] };
    const assets = { css, scripts: {}, fontsCss: NO_FONTS, traditional: null };
    const sheets = (html: string) =>
      [...html.matchAll(/rel="stylesheet" href="(\/\w+\.css)"/g)].map((match) => match[1]);
    expect(sheets(await renderPage(sampleRequest(object, { assets })))).toEqual(css.object);
    const privacy = await renderPage(sampleRequest({ page: 'privacy', exhibits: [] }, { assets }));
    expect(sheets(privacy)).toEqual(css.standing);
  });
});

describe('the page of the gallery', () => {
  const scripts = { site: { src: '/s.js', css: [], preload: [] }, gallery: { src: '/g.js', css: [], preload: [] } };
  const assets = {
    css: { gallery: ['/pages.css'] },
    scripts,
    fontsCss: { ...NO_FONTS, 'zh-Hans': '/fonts/house.css' },
    traditional: null
  };
  const page = (galleryCss: string | null) =>
    renderPage(
      sampleRequest(
        {
          page: 'gallery',
          exhibit: { ...exhibit, derived: { ...exhibit.derived, galleryCss } },
          entry: SAMPLE_ENTRY
        },
        { assets }
      )
    );

  it('loads one style sheet and one script, which runs before the list is drawn', async () => {
    const html = await page('/fonts/port-gallery.css');
    expect(html.match(/<link rel="stylesheet"[^>]*>/g)).toEqual([
      '<link rel="stylesheet" href="/fonts/port-gallery.css">'
    ]);
    expect(html.match(/<script [^>]*src=[^>]*>/g)).toEqual([
      '<script type="module" async blocking="render" src="/g.js">'
    ]);
  });

  it('loads what all pages load where it has no sheet of its own', async () => {
    expect(await page(null)).toMatch(/house\.css".*pages\.css"/);
  });
});

describe('the home page', () => {
  it('leads with the first exhibit, in characters in Chinese', async () => {
    const said = text(await renderPage(sampleRequest({ page: 'home', exhibits: [SAMPLE_ENTRY], today: '2026-01-01' })));
    expect(said).toContain('两章　三件展品　两个事件');
    expect(said).toContain('一八六〇—一九四九');
  });

  it('says what would be here when there is no exhibit', async () => {
    const said = text(await renderPage(sampleRequest({ page: 'home', exhibits: [], today: '2026-01-01' })));
    expect(said).toContain('这里将有展览');
  });

  it('hides a filing without a number in service and marks it in a demonstration', async () => {
    const filings = [{ title: { 'zh-Hans': 'ICP备案号' } }];
    const page: PageModel = { page: 'home', exhibits: [], today: '2026-01-01' };
    const service = await renderPage(sampleRequest(page, { house: { ...SAMPLE_HOUSE, filings } }));
    expect(text(service)).not.toContain('ICP备案号');
    const shown = await renderPage(sampleRequest(page, { house: { ...SAMPLE_HOUSE, filings, isDemonstration: true } }));
    expect(text(shown)).toContain('示例ICP备案号');
  });
});

describe('the record of an object', () => {
  it('is complete: record, regions, description with its mark, accounts, sources, citation', async () => {
    const said = text(await renderPage(sampleRequest(object)));
    for (const words of [
      '大龙邮票',
      '1878年7月',
      '紫竹林',
      '国名',
      '证一',
      '7月24日',
      '〔报刊〕',
      '《某报》',
      'GB/T 7714'
    ])
      expect(said).toContain(words);
  });

  it('leaves out what is not known', async () => {
    const html = await renderPage(sampleRequest({ ...object, object: 'stray' }));
    const rows = [...html.matchAll(/<dt[^>]*>(.*?)<\/dt>/g)].map((match) => match[1]);
    expect(rows).toEqual(['题名']);
  });

  it('opens sources elsewhere without telling where from', async () => {
    const html = await renderPage(sampleRequest(object));
    expect(html).toMatch(/href="https:\/\/example\.org\/a" rel="noreferrer" target="_blank"/);
  });

  it('gives the citation in three styles without script, of the house’s day', async () => {
    const html = await renderPage(sampleRequest(object));
    expect(
      [...html.matchAll(/type="radio" name="citation-style"[^>]*value="(\w+)"/g)].map((match) => match[1])
    ).toEqual(['gbt', 'apa', 'bibtex']);
    expect(text(html)).toContain('[2026-11-24]');
  });

  it('has a QR code only when the site knows its address', async () => {
    expect(await renderPage(sampleRequest(object))).not.toContain('二维码');
    expect(await renderPage(sampleRequest(object, { publicUrl: 'https://a.example' }))).toContain('二维码');
  });

  it('leads to the original where there is a query service and a reference code', async () => {
    const stamps = exhibit.objects['stamps'];
    if (!stamps) throw new Error('The sample has no stamps.');
    const coded = { ...exhibit, objects: { ...exhibit.objects, stamps: { ...stamps, refCode: 'J0128-2' } } };
    const house = { ...SAMPLE_HOUSE, queryService: 'https://query.example/?a=1&b=2' };
    const html = await renderPage(sampleRequest({ ...object, exhibit: coded }, { house }));
    expect(html).toContain('href="https://query.example/?a=1&amp;b=2" rel="noreferrer" target="_blank"');
    expect(text(html)).toContain('J0128-2 大龙邮票');
    expect(text(await renderPage(sampleRequest({ ...object, exhibit: coded })))).not.toContain('查原件');
    expect(text(await renderPage(sampleRequest(object, { house })))).not.toContain('查原件');
  });

  it('shows how a record was opened, in words', async () => {
    const stamps = exhibit.objects['stamps'];
    if (!stamps) throw new Error('The sample has no stamps.');
    const opened = {
      ...stamps,
      openStatus: 'restricted' as const,
      classification: '已解密',
      disclosure: { date: '2021-06-09', by: '馆务会', number: '2021-3', basis: '《档案法》' }
    };
    const changed = { ...exhibit, objects: { ...exhibit.objects, stamps: opened } };
    const said = text(await renderPage(sampleRequest({ ...object, exhibit: changed })));
    for (const words of ['控制使用', '已解密', '2021年6月9日，馆务会决定，文号2021-3，依据《档案法》'])
      expect(said).toContain(words);
  });

  it('writes a letter only when the house has an address', async () => {
    expect(text(await renderPage(sampleRequest(object)))).not.toContain('我有补充');
    const house = { ...SAMPLE_HOUSE, contact: { mail: 'a@example.org' } };
    const html = await renderPage(sampleRequest(object, { house }));
    expect(decodeURIComponent(/mailto:a@example\.org\?[^"]+/.exec(html)?.[0] ?? '')).toContain('发行了邮票。');
  });

  it('marks the region the address asks for', async () => {
    const html = await renderPage(sampleRequest(object, { at: 'region:stamps/name' }));
    expect(html).toMatch(/data-region-text="name" data-here=""/);
  });

  it('gives a translation first and keeps the original in its own language', async () => {
    const html = await renderPage(sampleRequest({ ...object, object: 'telegram' }, { locale: 'en' }));
    const said = text(html);
    expect(said.indexOf('a quarter past noon')).toBeLessThan(said.indexOf('行辕正午一刻'));
    expect(html).toMatch(/lang="zh-Hans"[^>]*>(?:<!--.*?-->)*<p[^>]*>行辕正午一刻/);
  });
});

describe('what a picture is', () => {
  it.each<[string, PageModel]>([
    [
      'the home page',
      { page: 'home', exhibits: [SAMPLE_ENTRY, { ...SAMPLE_ENTRY, id: 'other' }], today: '2026-11-24' }
    ],
    ['a story', { page: 'story', exhibit, entry: SAMPLE_ENTRY }],
    ['a timeline', { page: 'timeline', exhibit, entry: SAMPLE_ENTRY, ...NO_FILTER, only: null, variants: '' }],
    ['a gallery', { page: 'gallery', exhibit, entry: SAMPLE_ENTRY }],
    ['a tour', { page: 'tour', exhibit, entry: SAMPLE_ENTRY, tour: 'pupils' }]
  ])('is said on %s wherever one is shown', async (_, model) => {
    const html = await renderPage(sampleRequest(model));
    const pictures = new Set(html.match(/<img[^>]*alt=[^>]*>/g)).size;
    expect(pictures).toBeGreaterThan(0);
    expect(html.match(/class="nature[^"]*"[^>]*>(示意|转录)</g)?.length ?? 0).toBeGreaterThanOrEqual(pictures);
  });

  it('is said once on the page of an object, whose pictures are all of the one work', async () => {
    const html = await renderPage(sampleRequest({ ...object, object: 'stray' }));
    expect(html.match(/class="nature[^"]*"[^>]*>示意</g)).toHaveLength(1);
  });
});

describe('the catalogue', () => {
  const catalogue = { page: 'objects', exhibit, entry: SAMPLE_ENTRY, query: '', kind: null } as const;
  const all = { ids: ['telegram', 'stamps', 'stray'], byKind: { document: 1, drawing: 2 }, shorter: [] };
  const none = { ids: [], byKind: {}, shorter: [{ query: '电报', count: 1 }] };
  it('shows every object under its section', async () => {
    const said = text(await renderPage(sampleRequest({ ...catalogue, found: all })));
    for (const title of ['大龙邮票', '第一份电报', '散件', '未入章的展品']) expect(said).toContain(title);
  });
  it('says when nothing was found and how to go on', async () => {
    const html = await renderPage(sampleRequest({ ...catalogue, query: '<i>电报局', found: none }));
    expect(text(html)).toContain('没有找到“&lt;i>电报局”');
    expect(html).toContain('href="/exhibits/port/objects?q=%E7%94%B5%E6%8A%A5"');
  });
});

describe('the page of an error', () => {
  it('says what was asked and offers the nearest', async () => {
    const nearest = { href: '/exhibits/port/objects/stamps', title: { 'zh-Hans': '大龙邮票' } };
    const html = await renderPage(sampleRequest({ page: 'error', status: 404, asked: 'stamp', nearest }));
    expect(text(html)).toContain('地址里的“stamp”没有找到。最接近的是“大龙邮票”。');
    expect(html).toContain('href="/exhibits/port/objects"');
  });
});

describe('a tour', () => {
  it('lists its stops in order, each with its reference', async () => {
    const html = await renderPage(
      sampleRequest({ page: 'tour', exhibit, entry: SAMPLE_ENTRY, tour: 'pupils' }, { locale: 'en' })
    );
    expect([...html.matchAll(/data-stop="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'stop:pupils/one',
      'stop:pupils/two'
    ]);
    expect(text(html)).toContain('See the stamps.');
    expect(text(html)).toContain('Stop 2 of 2');
  });

  it('is carried into the other views', async () => {
    const html = await renderPage(sampleRequest({ page: 'tour', exhibit, entry: SAMPLE_ENTRY, tour: 'pupils' }));
    for (const address of ['objects/stamps', 'timeline', '']) {
      expect(html).toMatch(new RegExp(`href="/exhibits/port/?${address}\\?at=stop:pupils%2Ftwo`));
    }
  });

  it('goes on in the view one came to, and ends with the passport', async () => {
    const story = { page: 'story', exhibit, entry: SAMPLE_ENTRY } as const;
    const first = await renderPage(sampleRequest(story, { at: 'section:ford', stop: 'stop:pupils/one' }));
    expect(first).toContain('data-tour-strip="stop:pupils/one"');
    expect(text(first)).toContain('第一站，共两站'.replace('两', '二'));
    expect(first).toContain('href="/exhibits/port?at=stop:pupils%2Ftwo#object-stamps"');
    const last = await renderPage(sampleRequest(story, { at: 'object:stamps', stop: 'stop:pupils/two' }));
    expect(last).toContain('href="/exhibits/port/passport"');
    expect(await renderPage(sampleRequest(story))).not.toContain('data-tour-strip');
  });
});

describe('the sheet of tasks', () => {
  it('asks every task and gives its key last', async () => {
    const said = text(await renderPage(sampleRequest({ page: 'tasks', exhibit, entry: SAMPLE_ENTRY })));
    const key = said.indexOf('答案与依据');
    for (const question of ['国名在哪里？', '请排列。', '请连线。', '哪一天？', '多少？']) {
      expect(said.indexOf(question), question).toBeGreaterThan(-1);
      expect(said.indexOf(question), question).toBeLessThan(key);
    }
    const answers = said.slice(key);
    expect(answers).toContain('得名（1404年）；邮票（1878年）；大桥');
    expect(answers).toContain('3枚');
    expect(answers).toContain('这里没有对错');
    expect(answers).toContain('异说');
  });
});

describe('the passport', () => {
  it('has a seal for every section and every stop, each earned by its places', async () => {
    const html = await renderPage(sampleRequest({ page: 'passport', exhibit, entry: SAMPLE_ENTRY }));
    expect([...html.matchAll(/data-seal="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'section:ford room:ford object:telegram',
      'section:machines room:machines object:stamps',
      'stop:pupils/one',
      'stop:pupils/two'
    ]);
  });
});

describe('a task in the story', () => {
  it('shows question, options and answer without script', async () => {
    const html = await renderPage(sampleRequest({ page: 'story', exhibit, entry: SAMPLE_ENTRY }));
    const task = html.slice(html.indexOf('id="activity-which-name"'), html.indexOf('</form>'));
    expect(task).toContain('type="radio"');
    expect(text(task)).toContain('国名在哪里？');
    expect(text(task)).toContain('答案：国名');
    expect(text(task)).toContain('发行了邮票。');
  });
});
