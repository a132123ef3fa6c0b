/**
 * Rules of the IIIF Presentation API 3.0 walked over a manifest or collection: which class may and must have which
 * property (§3, appendix A), what its value looks like (§4), how canvases, pages and annotations hang together (§5).
 * Gives a sentence for each fault, with where it is.
 */
export function presentationFaults(resource: unknown): string[] {
  const faults: string[] = [];
  const ids = new Map<string, string>();
  const say = (at: string, what: string): void => void faults.push(`${at}: ${what}`);
  const root = dictionary(resource);
  if (root?.['@context'] !== 'http://iiif.io/api/presentation/3/context.json') say('', 'has another @context');
  walk(resource, '', null);
  return faults;

  function walk(value: unknown, at: string, parent: Resource | null): void {
    const one = dictionary(value);
    const type = String(one?.['type']);
    const rules = CLASSES[type];
    if (!one || !rules) return say(at, `is of no class that may stand here (${type})`);
    const isReference = parent !== null && REFERENCES.some(([p, t]) => p === parent['type'] && t === type);
    for (const name of isReference ? ['id', 'type'] : rules.must) if (one[name] === undefined) say(at, `lacks ${name}`);
    for (const name of Object.keys(one)) {
      if (name === '@context' && parent !== null) say(at, 'has an @context of its own');
      if (name !== '@context' && !rules.must.includes(name) && !rules.may.includes(name))
        say(at, `may not have ${name}`);
    }
    const id = one['id'];
    if (id !== undefined) {
      if (typeof id !== 'string' || !/^https?:\/\/[^\s]+$/.test(id)) say(at, `has an id that is no http address`);
      else if (!isReference && EMBEDDED.includes(type)) {
        if (id.includes('#')) say(at, 'has an id with a fragment');
        if (ids.has(id)) say(at, `has the id of ${ids.get(id)}`);
        ids.set(id, at);
      }
    }
    for (const name of ['label', 'summary'])
      if (one[name] !== undefined && type !== 'TextualBody') languageMap(one[name], `${at}/${name}`);
    pairs(one['metadata'], `${at}/metadata`);
    if (one['requiredStatement'] !== undefined) pairs([one['requiredStatement']], `${at}/requiredStatement`);
    const { rights } = one;
    if (
      rights !== undefined &&
      !/^http:\/\/(creativecommons\.org\/(licenses|publicdomain)\/|rightsstatements\.org\/)/.test(String(rights))
    )
      say(at, 'names its rights by no http address of Creative Commons or rightsstatements.org');
    if (one['viewingDirection'] !== undefined && !DIRECTIONS.includes(String(one['viewingDirection'])))
      say(at, 'has another viewingDirection');
    for (const behavior of list(one['behavior']))
      if (!BEHAVIORS[type]?.includes(String(behavior))) say(at, `may not behave as ${String(behavior)}`);
    for (const name of ['width', 'height']) {
      const size = one[name];
      if (size !== undefined && !(Number.isInteger(size) && Number(size) > 0))
        say(at, `has a ${name} that is no whole number`);
    }
    for (const name of [
      'items',
      'structures',
      'annotations',
      'thumbnail',
      'homepage',
      'seeAlso',
      'provider',
      'partOf',
      'service'
    ]) {
      const below = one[name];
      if (below === undefined) continue;
      if (!Array.isArray(below) || below.length === 0) say(at, `has ${name} that is no list with something in it`);
      const context = { thumbnail: 'Image', seeAlso: 'Dataset', homepage: 'Text' }[name];
      list(below).forEach((item, index) => {
        if (context && dictionary(item)?.['type'] !== context) say(`${at}/${name}/${index}`, `is no ${context}`);
        walk(item, `${at}/${name}/${index}`, one);
      });
    }
    for (const name of ['placeholderCanvas', 'accompanyingCanvas'])
      if (one[name] !== undefined) walk(one[name], `${at}/${name}`, one);
    if (one['start'] !== undefined) walk(one['start'], `${at}/start`, { type: 'Range' });
    if (type === 'Canvas' && !isReference) canvas(one, at);
    if (type === 'Annotation') annotation(one, at);
  }

  function canvas(one: Resource, at: string): void {
    const { duration } = one;
    if (duration !== undefined && !(Number(duration) > 0)) say(at, 'lasts no positive number of seconds');
    for (const name of ['placeholderCanvas', 'accompanyingCanvas'])
      for (const below of ['placeholderCanvas', 'accompanyingCanvas', 'annotations'])
        if (dictionary(one[name])?.[below] !== undefined) say(at, `has a ${name} with ${below} of its own`);
    for (const page of list(one['items']))
      for (const item of list(dictionary(page)?.['items'])) {
        const painted = dictionary(item);
        if (painted?.['motivation'] !== 'painting') say(at, 'is painted by something that does not paint');
        if (painted?.['target'] !== one['id']) say(at, 'is painted by what is meant for another');
        const body = dictionary(painted?.['body']);
        const lasts = body?.['type'] === 'Sound' || body?.['type'] === 'Video';
        if (lasts && duration === undefined) say(at, 'is painted with what lasts, and says not how long');
        if (lasts && Number(body?.['duration']) > Number(duration)) say(at, 'ends before what is painted on it');
      }
    for (const page of list(one['annotations']))
      for (const item of list(dictionary(page)?.['items']))
        if (dictionary(item)?.['motivation'] === 'painting') say(at, 'has a painting among its annotations');
  }

  function annotation(one: Resource, at: string): void {
    const { body, target } = one;
    for (const part of list(Array.isArray(body) ? body : [body])) walk(part, `${at}/body`, one);
    if (typeof target === 'string') {
      const fragment = target.split('#')[1];
      if (fragment !== undefined && !/^xywh=\d+,\d+,[1-9]\d*,[1-9]\d*$/.test(fragment))
        say(at, `points to ${fragment}`);
    } else walk(target, `${at}/target`, { type: 'Range' });
  }

  function pairs(value: unknown, at: string): void {
    if (value === undefined) return;
    for (const [index, entry] of list(value).entries()) {
      const pair = dictionary(entry);
      if (
        Object.keys(pair ?? {})
          .sort()
          .join() !== 'label,value'
      )
        say(`${at}/${index}`, 'is no label with a value');
      languageMap(pair?.['label'], `${at}/${index}/label`);
      languageMap(pair?.['value'], `${at}/${index}/value`);
    }
  }

  function languageMap(value: unknown, at: string): void {
    const entries = Object.entries(dictionary(value) ?? {});
    if (entries.length === 0) say(at, 'says nothing in any language');
    for (const [locale, texts] of entries) {
      if (!/^(none|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/.test(locale)) say(at, `is in no language (${locale})`);
      const isText =
        Array.isArray(texts) && texts.length > 0 && texts.every((text) => typeof text === 'string' && text !== '');
      if (!isText) say(at, `has no list of texts in ${locale}`);
    }
  }
}

type Resource = Record<string, unknown>;

const DESCRIPTIVE = [
  'metadata',
  'summary',
  'requiredStatement',
  'rights',
  'provider',
  'thumbnail',
  'homepage',
  'seeAlso',
  'partOf',
  'behavior',
  'annotations',
  'service',
  'rendering',
  'navDate'
];
const CLASSES: Record<string, { must: string[]; may: string[] }> = {
  Collection: { must: ['id', 'type', 'label', 'items'], may: [...DESCRIPTIVE, 'viewingDirection'] },
  Manifest: {
    must: ['id', 'type', 'label', 'items'],
    may: [...DESCRIPTIVE, 'viewingDirection', 'structures', 'start']
  },
  Canvas: {
    must: ['id', 'type', 'height', 'width', 'items'],
    may: [...DESCRIPTIVE, 'label', 'duration', 'placeholderCanvas', 'accompanyingCanvas']
  },
  Range: {
    must: ['id', 'type', 'items'],
    may: [...DESCRIPTIVE, 'label', 'viewingDirection', 'start', 'supplementary']
  },
  AnnotationPage: { must: ['id', 'type'], may: ['label', 'items', 'summary', 'metadata', 'behavior', 'rights'] },
  Annotation: { must: ['id', 'type', 'motivation', 'target'], may: ['body', 'label', 'summary', 'metadata', 'rights'] },
  Agent: { must: ['id', 'type', 'label'], may: ['homepage', 'logo', 'seeAlso'] },
  Image: { must: ['id', 'type'], may: ['format', 'width', 'height', 'service', 'label'] },
  Text: { must: ['id', 'type', 'label'], may: ['format', 'language'] },
  Dataset: { must: ['id', 'type'], may: ['format', 'label', 'profile', 'language'] },
  Sound: { must: ['id', 'type', 'format', 'duration'], may: ['label', 'language'] },
  Video: { must: ['id', 'type', 'format', 'duration', 'width', 'height'], may: ['label', 'language'] },
  TextualBody: { must: ['type', 'value'], may: ['id', 'format', 'language'] },
  ImageService3: { must: ['id', 'type', 'profile'], may: [] }
};
/** Where a class stands for a resource that is described elsewhere. */
const REFERENCES: [string, string][] = [
  ['Range', 'Canvas'],
  ['Range', 'Manifest'],
  ['Collection', 'Manifest'],
  ['Manifest', 'Collection']
];
const EMBEDDED = ['Collection', 'Manifest', 'Canvas', 'Range', 'AnnotationPage', 'Annotation'];
const DIRECTIONS = ['left-to-right', 'right-to-left', 'top-to-bottom', 'bottom-to-top'];
const BEHAVIORS: Record<string, string[]> = {
  Collection: ['individuals', 'continuous', 'unordered', 'multi-part', 'together', 'paged'],
  Manifest: [
    'individuals',
    'continuous',
    'unordered',
    'paged',
    'auto-advance',
    'no-auto-advance',
    'repeat',
    'no-repeat'
  ],
  Canvas: ['facing-pages', 'non-paged', 'auto-advance', 'no-auto-advance'],
  Range: [
    'sequence',
    'thumbnail-nav',
    'no-nav',
    'individuals',
    'continuous',
    'paged',
    'unordered',
    'auto-advance',
    'no-auto-advance'
  ]
};

function dictionary(value: unknown): Resource | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Resource) : null;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
