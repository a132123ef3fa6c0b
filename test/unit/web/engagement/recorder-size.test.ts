import { brotliCompressSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, it } from 'vitest';

it('the recorder alone, as it is served, has no more than 3 kB', async () => {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: ['chrome103', 'safari15.4'],
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'web/engagement/recorder.ts', preserveEntrySignatures: 'strict' }
    }
  })) as Rollup.RollupOutput;
  const code = result.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  expect(code).toContain('lantai:stay');
  expect(brotliCompressSync(code).length).toBeLessThanOrEqual(3_000);
});
