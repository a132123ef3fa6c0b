import { describe, expect, it } from 'vitest';
import { htmlLine, htmlText } from '../../../../server/interchange/html-text';

describe('a piece of HTML', () => {
  it.each([
    ['<p>One <b>two</b></p><p><i>three</i></p>', 'One **two**\n\n*three*'],
    ['a<br>b &amp; &#x4e2d; &nope;', 'a b & 中 &nope;'],
    ['<ul><li>one</li><li>two</li></ul><ol><li>three</li></ol>', '- one\n- two\n\n1. three'],
    ['<blockquote>said</blockquote>after', '> said\n\nafter'],
    ['<ul><li><p>one</p></li><li><div>two</div></li></ul>', '- one\n- two'],
    ['1 < 2 and *3* [4]', '1 < 2 and \\*3\\* \\[4\\]'],
    ['<!-- hidden -->shown', 'shown'],
    ['', '']
  ])('%s says %j', (html, markdown) => {
    expect(htmlText(html).markdown).toBe(markdown);
  });

  it('loses what runs or embeds, with its content, and says so', () => {
    const read = htmlText(
      '<script>alert(1)</script><p onclick="x()">safe<iframe src="https://evil.example/x"></iframe></p><video src="v.mp4"></video>'
    );
    expect(read.markdown).toBe('safe');
    expect(read.dropped).toEqual(['script', 'p on…', 'iframe', 'video']);
    expect(read.addresses).toEqual(['https://evil.example/x', 'v.mp4']);
  });

  it('keeps the words of a link, and names its address', () => {
    expect(htmlText('see <a href="https://b.example/?a=1&amp;b=2">there</a>')).toEqual({
      markdown: 'see there',
      dropped: [],
      addresses: ['https://b.example/?a=1&b=2']
    });
  });

  it('leaves out the paragraph of sources that our own export adds', () => {
    expect(htmlText('<p>said</p><p class="x"><small>Sources: a</small></p>', 'x').markdown).toBe('said');
  });

  it('is read in time however it is made', () => {
    const start = process.cpuUsage().user;
    for (const piece of ['<', '<a ', '<p>', '<!--', '"<b', '&#', '<li>']) htmlText(piece.repeat(50_000));
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(2_000);
  });
});

describe('a headline', () => {
  it.each([
    ['<b>开埠</b><br>之后', '开埠之后'],
    ['A <script>x</script>title', 'A title'],
    ['&lt;b&gt; & “c”', '<b> & “c”']
  ])('%s is %j', (html, line) => {
    expect(htmlLine(html)).toBe(line);
  });
});
