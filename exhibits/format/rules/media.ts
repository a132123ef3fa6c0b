import { visitPattern } from '../schema-paths';
import { HOST } from './addresses';
import { entriesOf, get, itemsOf } from '../values';
import type { Path } from '../values';
import type { Finding } from '../findings';
import type { Sentence } from '../sentence';
import type { Rule, RuleInput } from './rule';

/** Kinds of file by the role they play. */
const EXTENSIONS: Record<string, string[]> = {
  picture: ['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif', 'tif', 'tiff'],
  spec: ['json', 'geojson'],
  model: ['glb'],
  track: ['mp3', 'm4a', 'ogg', 'opus', 'wav', 'mp4', 'webm'],
  captions: ['vtt']
};

function visitFiles({ exhibit }: RuleInput, onFile: (file: string, role: string, path: Path) => void): void {
  const ifText = (role: string) => (value: unknown, path: Path) => {
    // An address is `foreign-host`’s matter.
    if (typeof value === 'string' && value !== '' && !HOST.test(value)) onFile(value, role, path);
  };
  visitPattern(exhibit, ['objects', '*', 'media', '*'], (medium, path) => {
    ifText(String(get(medium, 'role')))(get(medium, 'file'), [...path, 'file']);
  });
  visitPattern(exhibit, ['provider', 'logo'], ifText('picture'));
  visitPattern(exhibit, ['tours', '*', 'stops', '*', 'audio'], ifText('track'));
  visitPattern(exhibit, ['tours', '*', 'stops', '*', 'captions'], ifText('captions'));
}

/** `media-outside-folder`: a file's name stays below `media`, on every system. */
export const mediaStaysInside: Rule = (input) => {
  visitFiles(input, (file, _, path) => {
    if (isInside(file)) return;
    input.report({
      code: 'media-outside-folder',
      path,
      message: {
        en: `“${file.slice(0, 80)}” leads out of the folder “media”.`,
        zh: `“${file.slice(0, 80)}”超出了“media”文件夹。`
      },
      remedy: { en: 'Put the file into “media” and write its name.', zh: '请把文件放进“media”，只写文件名。' }
    });
  });
};

/** Names that mean the same file on Windows, macOS and Linux, below the folder they are in. */
export function isInside(file: string): boolean {
  return (
    file.length <= 200 &&
    !/[\\:*?"<>|\p{Cc}]/u.test(file) &&
    !file.startsWith('/') &&
    file.split('/').every((part) => part !== '' && !/^\.+$/.test(part) && !/[. ]$/.test(part))
  );
}

/** `media-missing`: the file is there, letter by letter: servers tell capitals apart. */
export const mediaIsThere: Rule = (input) => {
  const { files } = input;
  if (!files) return;
  visitFiles(input, (file, _, path) => {
    if (files.has(file) || !isInside(file)) return;
    const suggestion = input.suggest(file, [...files]);
    input.report({
      code: 'media-missing',
      path,
      message: { en: `There is no file “${file}” in “media”.`, zh: `“media”里没有文件“${file}”。` },
      remedy: suggestion
        ? { en: `Write “${suggestion}”, or add the file.`, zh: `请写“${suggestion}”，或补上文件。` }
        : { en: 'Add the file, or take the line away.', zh: '请补上文件，或去掉这一行。' },
      suggestion
    });
  });
};

/** `media-type-unknown`: the file is of a kind that its role can use. */
export const mediaFitsRole: Rule = (input) => {
  visitFiles(input, (file, role, path) => {
    const allowed = EXTENSIONS[role];
    const extension = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
    if (!allowed || allowed.includes(extension)) return;
    input.report({
      code: 'media-type-unknown',
      path,
      message: {
        en: `“${file.slice(0, 80)}” cannot be a ${role}; expected .${allowed.join(', .')}.`,
        zh: `“${file.slice(0, 80)}”不能作${role}，应为.${allowed.join('、.')}。`
      },
      remedy: { en: 'Convert the file, or correct its role.', zh: '请转换文件，或改正role。' }
    });
  });
};

/** `kind-incomplete`, `captions-missing`: each kind has the files it is shown from, and sound has its words. */
export const kindHasFiles: Rule = ({ exhibit, report }) => {
  for (const [id, object] of entriesOf(get(exhibit, 'objects'))) {
    const roles = itemsOf(get(object, 'media')).map((medium) => get(medium, 'role'));
    const has = (role: string) => roles.includes(role);
    const path = ['objects', id, 'kind'];
    switch (get(object, 'kind')) {
      case 'document':
        if (has('picture') || (get(object, 'typeset') !== undefined && get(object, 'transcript') !== undefined)) break;
        report(
          incomplete(path, {
            en: 'A document needs “typeset” and “transcript”, or a picture',
            zh: '文献需有“typeset”和“transcript”，或一幅picture'
          })
        );
        break;
      case 'image':
      case 'drawing':
        if (!has('picture'))
          report(incomplete(path, { en: 'It needs a file with role picture', zh: '需有role为picture的文件' }));
        break;
      case 'chart':
      case 'map':
        if (!has('spec'))
          report(
            incomplete(path, { en: 'A chart or map needs a file with role spec', zh: '图表和地图需有role为spec的文件' })
          );
        break;
      case 'model':
        if (!has('model') || !has('picture'))
          report(
            incomplete(path, {
              en: 'A model needs a file with role model and one with role picture',
              zh: '模型需有role为model和picture的文件各一'
            })
          );
        break;
      case 'audio':
      case 'video':
        if (!has('track'))
          report(
            incomplete(path, { en: 'Sound and film need a file with role track', zh: '音视频需有role为track的文件' })
          );
        else if (!has('captions')) report(uncaptioned([...path.slice(0, 2), 'media']));
        break;
    }
  }
  visitPattern(exhibit, ['tours', '*', 'stops', '*'], (stop, path) => {
    if (get(stop, 'audio') !== undefined && get(stop, 'captions') === undefined)
      report(uncaptioned([...path, 'audio']));
  });
};

function incomplete(path: Path, what: Sentence): Finding {
  return {
    code: 'kind-incomplete',
    path,
    message: { en: `${what.en}.`, zh: `${what.zh}。` },
    remedy: { en: 'Add it, or change the kind.', zh: '请补上，或改kind。' }
  };
}

function uncaptioned(path: Path): Finding {
  return {
    code: 'captions-missing',
    path,
    message: {
      en: 'Sound without captions cannot be read by those who do not hear it.',
      zh: '有声无字幕，听不见的人无从得知内容。'
    },
    remedy: { en: 'Add a WebVTT file (role captions).', zh: '请补WebVTT字幕文件（role为captions）。' }
  };
}
