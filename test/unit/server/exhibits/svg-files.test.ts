import { describe, expect, it } from 'vitest';
import { checkSvg } from '../../../../server/exhibits/svg-files';
import { processorMs } from '../../processor-time';

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10" ${attributes}>${inner}</svg>`;
const codes = (text: string) => checkSvg(text, []).map(({ code }) => code);

describe('checkSvg', () => {
  it.each([
    [
      'shapes and texts',
      svg('<!-- a -- b --><g transform="translate(1,2)"><path d="M0 0L1 1"/><text>1 &lt; 2 &amp; 龙</text></g>')
    ],
    [
      'a gradient and a mask by fragment',
      svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)" style="mask: url(\'#b\')"/><use xlink:href="#a"/>')
    ],
    ['a style of its own', svg('<style>.a { fill: red; clip-path: url("#c") }</style>')],
    ['a style in CDATA', svg('<style><![CDATA[ .a > .b { fill: red } ]]></style>')],
    ['an embedded raster picture', svg('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    ['an XML declaration', `<?xml version="1.0" encoding="UTF-8"?>\n${svg('')}`]
  ])('passes %s', (_, text) => {
    expect(checkSvg(text, [])).toEqual([]);
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script under a prefix', svg('<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>')],
    ['a handler', svg('<rect onload="alert(1)"/>')],
    ['a handler in capitals', svg('', 'ONLOAD="alert(1)"')],
    ['a foreignObject', svg('<foreignObject><p>x</p></foreignObject>')],
    ['a link to a script', svg('<a href="javascript:alert(1)"><text>x</text></a>')],
    ['a link to a script in character references', svg('<a xlink:href="&#106;avascript:alert(1)"><text>x</text></a>')],
    ['a picture from elsewhere', svg('<image href="https://example.org/a.png"/>')],
    ['a picture beside it', svg('<image href="other.png"/>')],
    ['an SVG in a picture', svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>')],
    ['a use of another file', svg('<use href="other.svg#a"/>')],
    ['a fill from elsewhere', svg('<rect fill="url(https://example.org/a.svg#b)"/>')],
    ['an import', svg('<style>@import "https://example.org/a.css";</style>')],
    ['an import in CDATA', svg('<style><![CDATA[@import url(a.css);]]></style>')],
    ['an import in CSS escapes', svg('<style>@\\69mport "a.css";</style>')],
    ['a style that loads', svg('<rect style="background: u\\72l(//example.org/a)"/>')],
    ['an animated link', svg('<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>')],
    ['a style sheet beside it', `<?xml-stylesheet href="a.css"?>${svg('')}`],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('&a;')}`],
    ['xml:base', svg('', 'xml:base="https://example.org/"')]
  ])('refuses %s', (_, text) => {
    expect(codes(text)).toContain('svg-unsafe');
  });

  it.each([
    ['no SVG', '<html></html>'],
    ['an empty file', ' '],
    ['a tag that is not closed', '<svg viewBox="0 0 1 1"><g></svg>'],
    ['an attribute without quotation marks', '<svg viewBox=0><script>x</script></svg>'],
    ['a comment without end', svg('<!-- <script>')],
    ['an end that never comes', '<svg viewBox="0 0 1 1">'],
    ['no size', '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'],
    ['another encoding', `<?xml version="1.0" encoding="GB2312"?>${svg('')}`]
  ])('refuses %s as broken', (_, text) => {
    expect(codes(text).length).toBeGreaterThan(0);
  });

  it('says where the fault is', () => {
    const text = svg('\n<g/>\n  <script/>');
    expect(checkSvg(text, []).map(({ offset }) => text.slice(offset, offset + 7))).toEqual(['<script']);
  });

  it('stays fast on a drawing of many megabytes', async () => {
    const text = svg('<path d="M0 0L10 10" style="fill: #fff"/>'.repeat(100_000) + '<!--'.repeat(10));
    const tookMs = await processorMs(() => {
      checkSvg(text, []);
      checkSvg('<'.repeat(1_000_000), []);
      checkSvg(`<svg ${'a="b" '.repeat(200_000)}`, []);
    });
    expect(tookMs).toBeLessThan(3000);
  });
});
