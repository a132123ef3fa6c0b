import { describe, expect, it } from 'vitest';
import { checkSvg } from '../../../../server/media/svg-limits';

const svg = (inside: string, attributes = 'viewBox="0 0 40 20"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const refused = (text: string) => {
  const checked = checkSvg(text);
  return checked.ok ? null : checked.message;
};

describe('a drawing that may be rendered', () => {
  it('is measured by width and height, else by its viewBox', () => {
    expect(checkSvg(svg(''))).toEqual({ ok: true, size: { width: 40, height: 20 } });
    expect(checkSvg(svg('', 'width="30px" height="10" viewBox="0 0 1 1"'))).toMatchObject({ size: { width: 30 } });
    expect(checkSvg(svg('', 'width="100%" height="100%" viewBox="0 0 7 5"'))).toMatchObject({ size: { width: 7 } });
  });

  it('may use its own parts, patterns and small embedded bitmaps', () => {
    const own = '<defs><g id="a"><path d="M0 0"/></g></defs><use href="#a"/><use xlink:href="#a" fill="url(#p)"/>';
    expect(refused(svg(`${own}<image href="data:image/png;base64,AAAA"/>`))).toBeNull();
  });
});

describe('a hostile drawing', () => {
  it.each([
    ['a picture from another host', '<image href="https://example.org/a.png"/>'],
    ['a file of the server', '<image xlink:href="file:///etc/passwd"/>'],
    ['a path of the server', '<image href="../../secret.png"/>'],
    ['a drawing inside a data address', '<image href="data:image/svg+xml;base64,AAAA"/>'],
    ['a fill from elsewhere', '<rect fill="url(https://example.org/p.svg#p)"/>'],
    ['a style sheet from elsewhere', '<style>@import "https://example.org/a.css";</style>'],
    ['a script', '<script>fetch("/")</script>'],
    ['foreign content', '<foreignObject><p/></foreignObject>']
  ])('that holds %s is refused', (_what, inside) => {
    expect(refused(svg(inside))).toMatch(/^The drawing /);
  });

  it('that declares entities is refused', () => {
    expect(refused(`<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;')}`)).toMatch(/entities/);
  });

  it('whose uses multiply to billions is refused at once', () => {
    const level = (n: number) => `<g id="l${n}">${`<use href="#l${n - 1}"/>`.repeat(10)}</g>`;
    const bomb = svg(`<g id="l0"><path d="M0 0"/></g>${Array.from({ length: 10 }, (_, n) => level(n + 1)).join('')}`);
    const startedMs = performance.now();
    expect(refused(bomb)).toMatch(/too many times/);
    expect(performance.now() - startedMs).toBeLessThan(500);
  });

  it('that uses itself is refused', () => {
    expect(refused(svg('<g id="a"><use href="#a"/></g>'))).toMatch(/too many times/);
  });

  it('that nests too deep, is too large, too long or without size is refused', () => {
    expect(refused(svg('<g>'.repeat(300) + '</g>'.repeat(300)))).toMatch(/nests deeper/);
    expect(refused(svg(`<path d="${'0 '.repeat(3_000_000)}"/>`))).toMatch(/larger than/);
    expect(refused(svg('', 'viewBox="0 0 1 100"'))).toMatch(/16 times/);
    expect(refused(svg('', ''))).toMatch(/viewBox/);
    expect(refused('not a drawing')).toMatch(/viewBox/);
  });
});
