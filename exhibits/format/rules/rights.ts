import { entriesOf, get } from '../values';
import type { Path } from '../values';
import type { Rule } from './rule';

const LICENCE =
  /^https?:\/\/(creativecommons\.org\/(licenses\/[a-z-]+|publicdomain\/(zero|mark))\/\d\.\d(\/[a-z]{2,3})?\/?|rightsstatements\.org\/(vocab|page)\/[A-Za-z-]+\/\d\.\d\/?)$/;

/** `rights-missing`: the exhibit says under which licence it may be used; it holds for objects without their own. */
export const rightsAreThere: Rule = ({ exhibit, report }) => {
  if (get(exhibit, 'rights') !== undefined) return;
  report({
    code: 'rights-missing',
    path: ['rights'],
    message: { en: 'The exhibit names no licence.', zh: '展览没有写明许可。' },
    remedy: {
      en: 'Add “rights” with a Creative Commons or rightsstatements.org address.',
      zh: '请补“rights”，写知识共享或rightsstatements.org的地址。'
    }
  });
};

/** `rights-unknown`: a licence is one that machines and other archives know. */
export const rightsAreKnown: Rule = ({ exhibit, report }) => {
  const check = (rights: unknown, path: Path) => {
    if (typeof rights !== 'string' || LICENCE.test(rights)) return;
    report({
      code: 'rights-unknown',
      path,
      message: {
        en: `“${rights.slice(0, 80)}” is not a licence address of Creative Commons or rightsstatements.org.`,
        zh: `“${rights.slice(0, 80)}”不是知识共享或rightsstatements.org的许可地址。`
      },
      remedy: {
        en: 'Write one, as https://creativecommons.org/licenses/by/4.0/; words belong in “credit”.',
        zh: '请写这样的地址，如https://creativecommons.org/licenses/by/4.0/；文字说明写入“credit”。'
      }
    });
  };
  check(get(exhibit, 'rights'), ['rights']);
  for (const [id, object] of entriesOf(get(exhibit, 'objects')))
    check(get(object, 'rights'), ['objects', id, 'rights']);
};

/** `classification-not-open`: what is still classified is never published. */
export const recordIsOpen: Rule = ({ exhibit, report }) => {
  for (const [id, object] of entriesOf(get(exhibit, 'objects'))) {
    const classification = get(object, 'classification');
    if (typeof classification !== 'string' || classification.trim() === '' || classification === '已解密') continue;
    report({
      code: 'classification-not-open',
      path: ['objects', id, 'classification'],
      message: {
        en: `The record is classified “${classification}”; only empty or 已解密 may be published.`,
        zh: `密级写的是“${classification}”，只有空或“已解密”可以发布。`
      },
      remedy: { en: 'Take the object out, or have it opened first.', zh: '请撤下这件，或先办理解密。' }
    });
  }
};
