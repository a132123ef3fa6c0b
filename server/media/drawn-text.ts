/** What our own drawing code may set beyond the curator's words. */
export const HOUSE_TEXT =
  '今排非原件影像审图号示意图不作导航与划界之用北公里约虚线圈位置的误差范围°′″−–—·…，。、；：！？（）『』「」《》‘’“”×';

/** `&#x4e2d;` in a drawing's source is a character its font must have. */
export function decodeReferences(text: string): string {
  return text.replace(/&#(x[0-9a-f]{1,6}|[0-9]{1,7});/gi, (whole, digits: string) => {
    const point = /^x/i.test(digits) ? parseInt(digits.slice(1), 16) : parseInt(digits, 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** What a drawing sets: the text between its tags, comments and descriptions left out. */
export function textOf(svg: string): string {
  return decodeReferences(
    svg.replace(/<!--[\s\S]*?-->|<(title|desc|metadata|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '')
  );
}
