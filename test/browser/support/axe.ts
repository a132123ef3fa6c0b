import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/**
 * What axe finds serious or critical on a page, one sentence a rule. The page must be opened with `bypassCSP`, for
 * injecting axe only; the policy itself is tested elsewhere.
 */
export async function seriousFaults(page: Page): Promise<string[]> {
  const violations = await violationsIn(page);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(sentence);
}

/** What is too pale to be read, in a mode that changes colours alone. */
export async function paleFaults(page: Page): Promise<string[]> {
  return (await violationsIn(page, undefined, ['color-contrast'])).map(sentence);
}

/** What is too pale to be read or too small to be hit, in a mode that changes colours and sizes alone. */
export async function modeFaults(page: Page): Promise<string[]> {
  return (await violationsIn(page, undefined, ['color-contrast', 'target-size'])).map(sentence);
}

/** Whatever axe finds within an element, slight faults too. */
export async function anyFaults(page: Page, within: string): Promise<string[]> {
  return (await violationsIn(page, within)).map(sentence);
}

async function violationsIn(page: Page, within?: string, rules?: string[]): Promise<Violation[]> {
  await bringAxe(page);
  return page.evaluate(
    async ({ selector, runOnly }) => {
      const { axe } = window as unknown as {
        axe: { run(context: string | Document, options: object): Promise<{ violations: Violation[] }> };
      };
      const options = { resultTypes: ['violations'], ...(runOnly ? { runOnly } : {}) };
      return (await axe.run(selector ?? document, options)).violations;
    },
    { selector: within, runOnly: rules }
  );
}

function sentence({ id, nodes }: Violation): string {
  return `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`;
}

async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.addScriptTag({ content: source });
  // A section nobody has reached keeps the room reckoned for it; axe measures what is in it, which would stand over the next.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.section { content-visibility: visible !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}
