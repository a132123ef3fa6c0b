import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSession } from './support/session';

describe('in the colours a visitor’s system sets', () => {
  const session = useSession();
  const open = (path: string) => session.open(path, { forcedColors: 'active' });

  it('the marks of the axis and of the rows are drawn in the colour of text', async () => {
    const page = await open('/exhibits/northern-port/timeline');
    const text = await systemColour(page, 'CanvasText');
    const drawn = await page.evaluate(() => {
      const style = (selector: string, pseudo?: string) => getComputedStyle(document.querySelector(selector)!, pseudo);
      return [
        style('[data-axis] [data-part="ink"]').fill,
        style('[data-axis] [data-part="base"]').stroke,
        style('[data-axis] [data-texts] text').fill,
        style('[data-rows] .event-line', '::before').backgroundColor,
        style('[data-rows] .sure', '::before').backgroundColor
      ];
    });
    expect(drawn).toEqual(drawn.map(() => text));
    expect(await systemColour(page, 'Canvas')).not.toBe(text);
    await page.context().close();
  });

  it('what is chosen is told by more than its ground', async () => {
    const page = await open('/exhibits/northern-port/timeline?lane=machines');
    const widths = await page
      .locator('[data-filters] nav a')
      .evaluateAll((chips) =>
        chips.map((chip) => [chip.getAttribute('aria-current'), getComputedStyle(chip).borderTopWidth])
      );
    expect(widths.filter(([current]) => current).map(([, width]) => width)).toEqual(['3px']);
    expect(new Set(widths.filter(([current]) => !current).map(([, width]) => width))).toEqual(new Set(['1px']));
    await page.context().close();
  });

  it('the focus and the choices of a task are seen', async () => {
    const page = await open('/exhibits/northern-port');
    const choice = page.locator('[data-task] input').first();
    await choice.focus();
    await page.keyboard.press('Space');
    expect(await choice.isChecked()).toBe(true);
    const seen = await choice.evaluate((input) => {
      const { appearance, opacity, width } = getComputedStyle(input);
      return { appearance, opacity, isThere: Number.parseFloat(width) > 8 };
    });
    expect(seen).toEqual({ appearance: 'auto', opacity: '1', isThere: true });
    const link = page.getByRole('link', { name: '时间轴' }).first();
    await link.focus();
    const outline = await link.evaluate((element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return { outlineStyle, outlineWidth, outlineColor };
    });
    expect(outline).toMatchObject({ outlineStyle: 'solid', outlineWidth: '3px' });
    expect(outline.outlineColor).not.toBe(await systemColour(page, 'Canvas'));
    await page.context().close();
  });
});

function systemColour(page: Page, name: string): Promise<string> {
  return page.evaluate((colour) => {
    const probe = document.createElement('i');
    probe.style.color = colour;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);
}
