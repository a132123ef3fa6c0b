import { describe, expect, it } from 'vitest';
import { importsOf, pageStyles, stylesOf } from '../../../../server/pages/manifest';

const CHUNKS = {
  'web/pages/render.ts': { file: 'render.js', isEntry: true, imports: ['_every.js'] },
  'web/pages/HomePage.svelte': { file: 'HomePage.js', css: ['home.css'], imports: ['_every.js'] },
  'web/pages/ObjectsPage.svelte': { file: 'ObjectsPage.js', css: ['objects.css'], imports: ['_lists.js'] },
  '_lists.js': { file: 'lists.js', css: ['lists.css'], imports: ['_every.js'] },
  '_every.js': { file: 'every.js', css: ['every.css'], imports: ['_every.js'] }
};

describe('what the build made of the pages', () => {
  it('names the style sheets of a page from the most shared to its own', () => {
    expect(pageStyles(CHUNKS)).toEqual({
      home: ['every.css', 'home.css'],
      objects: ['every.css', 'lists.css', 'objects.css']
    });
  });

  it('follows imports through others, and round in circles once', () => {
    expect(importsOf(CHUNKS, 'web/pages/ObjectsPage.svelte')).toEqual(['_lists.js', '_every.js']);
    expect(stylesOf(CHUNKS, '_every.js')).toEqual(['every.css']);
  });

  it('has nothing to say of what was not built', () => expect(stylesOf(CHUNKS, 'web/entries/no-such.ts')).toEqual([]));
});
