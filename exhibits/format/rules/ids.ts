import { itemsOf, get } from '../values';
import type { Path } from '../values';
import { visitPattern } from '../schema-paths';
import type { Pattern } from '../schema-paths';
import { roomId } from '../references';
import type { Rule } from './rule';

/** Lists whose items have an id that no other item of the same list may have. */
const LISTS: Pattern[] = [
  ['sections'],
  ['gallery', 'rooms'],
  ['timeline', 'eras'],
  ['timeline', 'lanes'],
  ['timeline', 'tags'],
  ['timeline', 'events'],
  ['tours'],
  ['tours', '*', 'stops'],
  ['activities'],
  ['activities', '*', 'options'],
  ['activities', '*', 'items'],
  ['activities', '*', 'pairs'],
  ['activities', '*', 'accounts'],
  ['lessons'],
  ['lessons', '*', 'steps'],
  ['lessons', '*', 'tasks'],
  ['lessons', '*', 'tasks', '*', 'options'],
  ['lessons', '*', 'tasks', '*', 'items'],
  ['lessons', '*', 'tasks', '*', 'pairs'],
  ['lessons', '*', 'tasks', '*', 'accounts'],
  ['lessons', '*', 'tasks', '*', 'things'],
  ['objects', '*', 'regions']
];

/** `duplicate-id`: two of a kind bear one id. A room without an id has its section's. */
export const duplicateId: Rule = ({ exhibit, report }) => {
  for (const pattern of LISTS) {
    visitPattern(exhibit, pattern, (list, path) => {
      const first = new Map<string, number>();
      itemsOf(list).forEach((item, index) => {
        const own = get(item, 'id');
        const [id] = pattern[1] === 'rooms' ? roomId(item) : typeof own === 'string' ? [own] : [];
        if (id === undefined) return;
        const earlier = first.get(id);
        if (earlier === undefined) first.set(id, index);
        else
          report({ code: 'duplicate-id', path: placeOfId(item, [...path, index]), ...sentences(id, earlier, index) });
      });
    });
  }
};

function placeOfId(item: unknown, path: Path): Path {
  return [...path, get(item, 'id') === undefined ? 'section' : 'id'];
}

function sentences(id: string, earlier: number, index: number) {
  return {
    message: {
      en: `The id “${id}” is borne by item ${earlier + 1} and again by item ${index + 1} of the list.`,
      zh: `标识符“${id}”在这个列表的第${earlier + 1}项用过，第${index + 1}项又用。`
    },
    remedy: {
      en: 'Give the later one an id of its own; what refers to it must follow.',
      zh: '请给后一项另起标识符，引用它的地方一并改。'
    }
  };
}

/** `id-not-folder`: an exhibit is found by its folder, so its id must be the folder's name. */
export const idIsFolder: Rule = ({ exhibit, folder, report }) => {
  const id = get(exhibit, 'id');
  if (folder === null || typeof id !== 'string' || id === folder) return;
  report({
    code: 'id-not-folder',
    path: ['id'],
    message: {
      en: `The id is “${id}”, but the folder is “${folder}”.`,
      zh: `id写的是“${id}”，文件夹却叫“${folder}”。`
    },
    remedy: { en: 'Make the two the same.', zh: '请改成一致。' },
    suggestion: folder
  });
};
