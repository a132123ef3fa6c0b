import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEVERITY } from '../../../../exhibits/format/findings';
import { validateExhibit } from '../../../../exhibits/format/validate';
import { validateHome } from '../../../../exhibits/format/validate-home';
import { pathText } from '../../../../exhibits/format/values';
import { processorMs } from '../../processor-time';

const FIXTURE = readFileSync(join(import.meta.dirname, '../../../fixtures/small/small/exhibit.json'), 'utf8');
const BOTH = { 'zh-Hans': '样例', en: 'Sample' };

/** New values by path (`sections.0.title`); undefined takes the key away. */
type Changes = Record<string, unknown>;

/** A sound exhibit, fresh for each test. */
const sound = () => JSON.parse(FIXTURE) as Record<string, unknown>;

function changed(changes: Changes): Record<string, unknown> {
  const exhibit = sound();
  for (const [path, value] of Object.entries(changes)) change(exhibit, path.split('.'), value);
  return exhibit;
}

function change(owner: unknown, [key = '', ...rest]: string[], value: unknown): void {
  const object = owner as Record<string, unknown>;
  if (rest.length > 0) change(object[key], rest, value);
  else if (value === undefined) delete object[key];
  else object[key] = value;
}

/** Codes and paths found in the sound exhibit after some changes. */
function codesAfter(changes: Changes, context: Parameters<typeof validateExhibit>[1] = {}): string[] {
  return validateExhibit(changed(changes), context).issues.map(({ code, path }) => `${code} ${pathText(path)}`);
}

describe('validateExhibit', () => {
  it('finds nothing to say about a sound exhibit', () => {
    const { exhibit, issues } = validateExhibit(sound(), { folder: 'small' });
    expect(issues).toEqual([]);
    expect(exhibit?.id).toBe('small');
  });

  it.each<[what: string, changes: Changes, found: string[]]>([
    ['an unknown version', { formatVersion: '2.0' }, ['format-version-unknown formatVersion']],
    ['a key mistyped', { subtitel: {} }, ['unknown-key subtitel']],
    ['a required key left out', { 'sections.0.title': undefined }, ['missing-key sections[0].title']],
    [
      'a required key mistyped, once',
      { 'sections.0.tilte': BOTH, 'sections.0.title': undefined },
      ['unknown-key sections[0].tilte']
    ],
    ['a text without languages', { subtitle: 'x' }, ['wrong-type subtitle']],
    ['a text that is too long', { 'subtitle.en': 'x'.repeat(20_001) }, ['too-long subtitle.en']],
    [
      'a language tag in other letters',
      { 'subtitle.ZH': 'x' },
      ['wrong-form subtitle.ZH', 'language-unlisted subtitle.ZH']
    ],
    ['two events of one id', { 'timeline.events.1.id': 'letter-written' }, ['duplicate-id timeline.events[1].id']],
    [
      'two rooms of one section',
      { 'gallery.rooms.1': { section: 'first' } },
      ['duplicate-id gallery.rooms[1].section']
    ],
    [
      'a stop that leads nowhere',
      { 'tours.0.stops.0.at': 'object:nothing' },
      ['stop-leads-nowhere tours[0].stops[0].at']
    ],
    [
      'a region of another object',
      { 'tours.0.stops.1.at': 'region:letter/red' },
      ['stop-leads-nowhere tours[0].stops[1].at']
    ],
    ['an answer that is no option', { 'activities.0.answer': ['z'] }, ['answer-not-an-option activities[0].answer[0]']],
    ['a task of no known kind', { 'activities.0.kind': 'conect' }, ['unknown-value activities[0].kind']],
    ['a task without its kind', { 'activities.0.kind': undefined }, ['missing-key activities[0].kind']],
    ['a field of another kind of task', { 'activities.1.options': [] }, ['unknown-key activities[1].options']],
    [
      'a region to find that is not there',
      { 'activities.2.answer': ['green'] },
      ['region-unknown activities[2].answer[0]']
    ],
    [
      'a region to find that cannot be chosen',
      { 'activities.2.among': ['red', 'red'] },
      ['answer-not-an-option activities[2].answer[0]']
    ],
    [
      'options that read the same',
      { 'activities.0.options.1.text.en': 'red ' },
      ['items-alike activities[0].options[1].text.en']
    ],
    [
      'an order against its dates',
      { 'activities.1.items.2.date': '2000' },
      ['order-against-dates activities[1].items[2].date']
    ],
    [
      'an account called undecided',
      { 'activities.4.accounts.0.id': 'undecided' },
      ['id-reserved activities[4].accounts[0].id']
    ],
    ['a number and rows at once', { 'activities.5.answer.value': 3 }, ['answer-unclear activities[5].answer']],
    [
      'data of an object without any',
      { 'activities.5.object': 'letter' },
      ['object-without-table activities[5].object']
    ],
    ['an answer without a fact', { 'activities.0.facts': [] }, ['answer-without-fact activities[0].facts']],
    ['a fact without a source', { 'facts.F-1.sources': [] }, ['fact-without-source facts.F-1.sources']],
    [
      'a fact generally told, its source not found yet',
      { 'facts.F-3.sources': [] },
      ['known-without-source facts.F-3.sources']
    ],
    ['an object without alt', { 'objects.cube.alt': undefined }, ['alt-missing objects.cube.alt']],
    ['an alt that repeats the title', { 'objects.cube.alt.en': 'A test cube.' }, ['alt-is-title objects.cube.alt.en']],
    ['a language left out', { 'facts.F-1.statement.en': undefined }, ['language-missing facts.F-1.statement']],
    ['a reversed date', { 'facts.F-1.date': '2002/2001' }, ['date-reversed facts.F-1.date']],
    ['a day there never was', { 'timeline.events.0.date': '2001-02-29' }, ['date-invalid timeline.events[0].date']],
    ['an event outside the eras', { 'timeline.events.0.date': '1999' }, ['event-outside-eras timeline.events[0].date']],
    ['eras that overlap', { 'timeline.eras.1.date': '2002/2004' }, ['eras-overlap timeline.eras[1].date']],
    ['a licence in words', { rights: 'free' }, ['rights-unknown rights']],
    ['no licence', { rights: undefined }, ['rights-missing rights']],
    [
      'a record still classified',
      { 'objects.letter.classification': '机密' },
      ['classification-not-open objects.letter.classification']
    ],
    [
      'a file from another host',
      { 'objects.window.media.0.file': 'https://example.org/a.png' },
      ['foreign-host objects.window.media[0].file']
    ],
    [
      'a link to another host',
      { 'sections.0.text.en': '[x](https://example.org)' },
      ['foreign-host sections[0].text.en']
    ],
    ['a link that runs', { 'sections.0.text.en': '[x](javascript:alert(1))' }, ['unsafe-link sections[0].text.en']],
    ['a source that runs', { 'sources.T1.url': ' java\tscript:alert(1)' }, ['address-invalid sources.T1.url']],
    ['a source that embeds', { 'sources.T1.url': 'data:text/html,x' }, ['unsafe-link sources.T1.url']],
    ['a file that leaves the folder', { 'provider.logo': '../logo.svg' }, ['media-outside-folder provider.logo']],
    ['a chart without its spec', { 'objects.numbers.media': [] }, ['kind-incomplete objects.numbers.kind']],
    [
      'a document without its words',
      { 'objects.letter.transcript': undefined },
      ['kind-incomplete objects.letter.kind']
    ],
    [
      'a film without captions',
      { 'objects.blink.media': [{ file: 'blink.webm', role: 'track' }] },
      ['captions-missing objects.blink.media']
    ],
    [
      'a work larger than its wall',
      { 'gallery.rooms.0.size': { widthM: 5, depthM: 5 }, 'gallery.rooms.0.placements.0.scale': 40 },
      ['work-larger-than-wall gallery.rooms[0].placements[0]']
    ],
    [
      'a room that no door leads to',
      { 'gallery.rooms.0.doorways': [], 'gallery.rooms.1.doorways': [] },
      ['room-unreachable gallery.rooms[1]']
    ],
    [
      'half-width marks between Chinese',
      { 'subtitle.zh-Hans': '样例,文字' },
      ['half-width-punctuation subtitle.zh-Hans']
    ],
    ['a cover that is no object', { cover: 'section:first' }, ['wrong-reference-kind cover']],
    ['a citation of an unknown fact', { 'sections.0.text.en': 'x [^F-9]' }, ['unknown-reference sections[0].text.en']],
    [
      'a link to an unknown object',
      { 'objects.squares.description.en': '[x](object:cub)' },
      ['unknown-reference objects.squares.description.en']
    ]
  ])('finds %s', (_, changes, found) => {
    expect(codesAfter(changes)).toEqual(found);
  });

  it.each<[what: string, changes: Changes]>([
    ['a transcript in one language', { 'objects.letter.transcript.en': undefined }],
    ['the source’s own date in one language', { 'facts.F-1.dateText': { 'zh-Hans': '样例年' } }],
    ['a tour in one language of its own', { 'tours.0.languages': ['en'], 'tours.0.stops.0.text': { en: 'x' } }],
    ['accounts of which none is right', { 'activities.4.answer': [] }],
    ['things of one year in either order', { 'activities.1.items.1.date': '2001' }],
    ['a reference to another exhibit', { 'activities.0.at': 'other#object:anything' }],
    ['a room by its section’s id', { 'tours.0.stops.0.at': 'room:second' }],
    [
      'addresses under ext and in editors’ notes',
      { 'ext.see': 'https://example.org', 'facts.F-1.note': 'https://example.org' }
    ],
    ['a licence of rightsstatements.org', { 'objects.letter.rights': 'http://rightsstatements.org/vocab/InC/1.0/' }]
  ])('lets %s pass', (_, changes) => {
    expect(codesAfter(changes)).toEqual([]);
  });

  it('suggests what was probably meant', () => {
    const { issues } = validateExhibit(
      changed({
        'objects.cube.kind': 'modle',
        'objects.cube.facts': ['f-1'],
        'facts.F-1.date': '2001年5月4日',
        'facts.F-1.place': 'test_a',
        'timeline.events.0.lane': 'wirting',
        'timeline.events.0.object': 'letters'
      })
    );
    expect(Object.fromEntries(issues.map(({ path, suggestion }) => [pathText(path), suggestion]))).toEqual({
      'objects.cube.kind': 'model',
      'objects.cube.facts[0]': 'F-1',
      'facts.F-1.date': '2001-05-04',
      'facts.F-1.place': 'test-a',
      'timeline.events[0].lane': 'writing',
      'timeline.events[0].object': 'letter'
    });
    expect(issues).toHaveLength(6);
  });

  it('checks relations also where the shape is broken', () => {
    const found = codesAfter({ title: 7, sections: { first: {} }, 'timeline.events.0.lane': 'nowhere' });
    expect(found).toContain('wrong-type title');
    expect(found).toContain('wrong-type sections');
    expect(found).toContain('unknown-reference timeline.events[0].lane');
  });

  it('compares media files letter by letter, when it is told which there are', () => {
    const files = new Set(['squares.svg', 'cube.glb', 'Cube.svg', 'window.png', 'numbers.vl.json', 'points.geojson']);
    const found = codesAfter({ 'objects.tone': undefined, 'objects.blink': undefined }, { files });
    expect(found.filter((issue) => issue.startsWith('media'))).toEqual([
      'media-missing objects.cube.media[1].file',
      'media-missing tours[0].stops[2].audio',
      'media-missing tours[0].stops[2].captions'
    ]);
  });

  it('wants the folder to bear the exhibit’s id', () => {
    expect(codesAfter({}, { folder: 'Small' })).toEqual(['id-not-folder id']);
  });

  it('speaks both languages about the same thing', () => {
    const [en, zh] = (['en', 'zh'] as const).map(
      (language) => validateExhibit({ ...sound(), rights: 'free' }, { language }).issues[0]
    );
    expect(en?.message).toMatch(/licence/);
    expect(zh?.message).toMatch(/许可/);
    expect(zh?.code).toBe(en?.code);
  });

  it('never throws, whatever it is given', () => {
    const keys = fc.constantFrom(...Object.keys(sound()), 'id', 'blocks', '__proto__', 'constructor');
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true
    });
    fc.assert(
      fc.property(fc.oneof(anything, fc.dictionary(keys, anything)), (input) => {
        const { exhibit, issues } = validateExhibit(input);
        expect(exhibit).toBeNull();
        for (const issue of issues) expect(SEVERITY).toHaveProperty(issue.code);
      }),
      { numRuns: 400 }
    );
  });

  it('never throws on a sound exhibit with one value exchanged', () => {
    const paths: string[] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (path.length > 0) paths.push(path.join('.'));
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) if (!key.includes('.')) walk(child, [...path, key]);
    };
    walk(sound(), []);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        expect(() => validateExhibit(changed({ [path]: value }))).not.toThrow();
      }),
      { numRuns: 300 }
    );
  });

  it('finds nesting beyond a hundred, and a value that holds itself', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    let deep: unknown = 0;
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    for (const input of [circle, deep, { ext: deep }]) {
      expect(validateExhibit(input).issues.map(({ code }) => code)).toEqual(['json-too-deep']);
    }
  });

  it('stays quick with forty thousand issues', async () => {
    const objects = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [
        `object-${index}`,
        { kind: 'drawin', nature: 'sketch', facts: [`Z-${index}`], titel: {} }
      ])
    );
    const exhibit = changed({ objects });
    let count = 0;
    const tookMs = await processorMs(() => (count = validateExhibit(exhibit).issues.length));
    expect(count).toBeGreaterThanOrEqual(40_000);
    expect(tookMs).toBeLessThan(5000);
  });
});

describe('validateHome', () => {
  const home = {
    name: { 'zh-Hans': '兰台', en: 'Lantai' },
    holder: { 'zh-Hans': '测试馆', en: 'Test House' },
    exhibits: ['small'],
    queryService: 'https://example.org/query',
    filings: [{ title: { 'zh-Hans': '备案', en: 'Filing' }, url: 'https://example.org/' }]
  };
  const found = (change: object) =>
    validateHome({ ...home, ...change }, { exhibits: new Set(['small']) }).issues.map(
      ({ code, path }) => `${code} ${pathText(path)}`
    );

  it('finds nothing to say about a sound house', () => {
    expect(validateHome(home, { exhibits: new Set(['small']) })).toEqual({ home, issues: [] });
  });

  it('finds what is wrong, and gives no house with an error', () => {
    expect(found({ name: { en: 'Lantai' } })).toEqual(['language-missing name']);
    expect(found({ exhibits: ['small', 'smal', 'small'] })).toEqual([
      'unknown-reference exhibits[1]',
      'duplicate-id exhibits[2]'
    ]);
    expect(found({ queryService: 'javascript:alert(1)' })).toEqual(['address-invalid queryService']);
    expect(found({ contakt: {} })).toEqual(['unknown-key contakt']);
    expect(validateHome({ ...home, exhibits: [] }).home).toBeNull();
  });

  it('knows that June has thirty days', () => {
    const day = { id: 'a', seal: '日', title: { 'zh-Hans': '日', en: 'Day' }, text: { 'zh-Hans': '日。', en: 'Day.' } };
    expect(found({ days: [{ ...day, month: 6, day: 31 }] })).toEqual(['date-invalid days[0].day']);
    expect(found({ days: [{ ...day, month: 2, day: 29 }] })).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(validateHome(input).home).toBeNull();
      })
    );
  });
});
