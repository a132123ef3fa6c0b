import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.looseObject({
        version: z.string().optional(),
        resolved: z.string().optional(),
        optionalDependencies: z.record(z.string(), z.string()).optional(),
        os: z.array(z.string()).optional(),
        cpu: z.array(z.string()).optional(),
        libc: z.array(z.string()).optional(),
        hasInstallScript: z.boolean().optional()
      })
    )
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

const PLATFORMS = [
  { os: 'win32', cpu: 'x64' },
  { os: 'linux', cpu: 'x64' },
  { os: 'linux', cpu: 'arm64' }
];

/** Packages that carry the binaries of all platforms in one tarball, seen in their `prebuilds` folder. */
const ALL_IN_ONE = ['@photostructure/sqlite'];

/** Native packages that come as one optional dependency a platform: owner → names of its platform packages. */
const PER_PLATFORM: Record<string, RegExp> = {
  sharp: /^node_modules\/@img\/sharp-(?!libvips|wasm)/,
  'libvips of sharp': /^node_modules\/@img\/sharp-libvips-/,
  '@resvg/resvg-js': /^node_modules\/@resvg\/resvg-js-/,
  rolldown: /^node_modules\/@rolldown\/binding-(?!wasm)/,
  lightningcss: /^node_modules\/lightningcss-/
};

describe('the lock file', () => {
  it('names no host: an archive installs from its own mirror', () => {
    const hosts = Object.entries(lock.packages).filter(([, entry]) => /^https?:/.test(entry.resolved ?? ''));
    expect(hosts).toEqual([]);
  });

  for (const [owner, pattern] of Object.entries(PER_PLATFORM)) {
    it(`holds prebuilt ${owner} for Windows x64, Linux x64 and Linux arm64`, () => {
      const binaries = Object.entries(lock.packages).filter(([path]) => pattern.test(path));
      expect(binaries.length).toBeGreaterThan(2);
      for (const { os, cpu } of PLATFORMS) {
        // On Windows libvips ships inside sharp's own package.
        if (owner.startsWith('libvips') && os === 'win32') continue;
        const found = binaries.some(([, entry]) => entry.os?.includes(os) && entry.cpu?.includes(cpu));
        expect(found, `${owner} for ${os}-${cpu}`).toBe(true);
      }
    });
  }

  it('holds every native package in the list above: a new one must be looked at', () => {
    const known = Object.values(PER_PLATFORM);
    const native = Object.entries(lock.packages)
      .filter(([path, entry]) => path !== '' && (entry.hasInstallScript || (entry.cpu && entry.os)))
      .map(([path]) => path)
      .filter((path) => !known.some((pattern) => pattern.test(path)))
      .filter((path) => !ALL_IN_ONE.includes(path.replace(/^node_modules\//, '')))
      // Only ever installed on macOS, for watching files.
      .filter((path) => path !== 'node_modules/fsevents')
      // Fallback binaries of WebAssembly, not native.
      .filter((path) => !/wasm/.test(path));
    expect(native).toEqual([]);
  });

  for (const name of ALL_IN_ONE) {
    it(`${name} carries prebuilt binaries for Windows x64, Linux x64 and Linux arm64`, async () => {
      const { readdirSync } = await import('node:fs');
      const prebuilds = readdirSync(`node_modules/${name}/prebuilds`);
      for (const { os, cpu } of PLATFORMS) expect(prebuilds).toContain(`${os}-${cpu}`);
    });
  }

  it('every dependency has an exact version', () => {
    const manifest = z
      .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/.test(version)
    );
    expect(loose).toEqual([]);
  });
});
