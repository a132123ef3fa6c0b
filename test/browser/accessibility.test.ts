import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { EVERY_PAGE, useSession } from './support/session';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string }[] }[];
}

describe('axe finds nothing serious', () => {
  const session = useSession();

  for (const prefix of ['', '/en']) {
    for (const path of EVERY_PAGE) {
      for (const width of [1440, 390]) {
        it(`on ${prefix}${path} at ${width} px`, async () => {
          // Bypassing the policy is for injecting axe only; the policy itself is tested elsewhere.
          const page = await session.open(`${prefix}${path}`, { viewport: { width, height: 844 }, bypassCSP: true });
          await page.addScriptTag({ content: axeSource });
          const { violations } = await page.evaluate(async () => {
            const { axe } = window as unknown as { axe: { run(): Promise<AxeResult> } };
            return axe.run();
          });
          const serious = violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
          expect(serious).toEqual([]);
          await page.context().close();
        });
      }
    }
  }
});
