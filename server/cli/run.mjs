// The one launcher behind the npm scripts: builds what is missing or stale, then acts.
// Plain JavaScript because it runs before anything is built; works in cmd.exe and sh alike.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(root);

/** Everything a build is made from; an exhibit is not among them, it is read when the server starts. */
const BUILD_INPUTS = [
  'web',
  'server',
  'exhibits/format',
  'exhibits/plan',
  'assets',
  'vite.config.ts',
  'package-lock.json'
];
const HASH_FILE = 'dist/inputs-hash';
/** Commands that run from `dist/server/<name>.js`. */
const BUILT = new Set(['start', 'check', 'exhibit', 'data']);
/** Commands that run from TypeScript through Vite. */
const TOOLS = { schema: 'server/cli/schema.ts', bench: 'test/bench/main.ts', shots: 'test/shots/main.ts' };

const [command = 'start', ...args] = process.argv.slice(2);

function hashInputs() {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    const entries = isFolder(path);
    if (!entries) {
      hash.update(path).update('\0').update(readFileSync(path)).update('\0');
      return;
    }
    for (const name of entries.sort()) visit(`${path}/${name}`);
  };
  BUILD_INPUTS.forEach(visit);
  return hash.digest('hex');
}

function isFolder(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

async function build({ quiet = false } = {}) {
  // Whoever asks: tests call themselves “test”, and would leave a build a quarter larger that counts as fresh.
  process.env.NODE_ENV = 'production';
  const { build: viteBuild } = await import('vite');
  rmSync('dist', { recursive: true, force: true });
  for (const mode of ['client', 'gallery', 'pages', 'server']) {
    await viteBuild({ mode, logLevel: quiet ? 'warn' : 'info' });
  }
  mkdirSync('dist', { recursive: true });
  const { finishBuild } = await import(pathToFileURL(join(root, 'dist/server/build.js')).href);
  await finishBuild(root);
  writeFileSync(HASH_FILE, hashInputs());
}

async function buildIfStale() {
  const fresh = existsSync(HASH_FILE) && readFileSync(HASH_FILE, 'utf8') === hashInputs();
  if (fresh) return;
  // stderr, because `check --json` owns stdout.
  process.stderr.write('Lantai: building (only when something changed) …\n');
  await build({ quiet: true });
}

async function runTool(file) {
  const { createServer } = await import('vite');
  const vite = await createServer({
    server: { middlewareMode: true, ws: false, hmr: false },
    appType: 'custom',
    logLevel: 'warn',
    optimizeDeps: { noDiscovery: true }
  });
  try {
    const tool = await vite.ssrLoadModule(`/${file}`);
    process.exitCode = (await tool.main(args)) ?? 0;
  } finally {
    await vite.close();
  }
}

if (command === 'build') {
  await build();
} else if (command === 'dev') {
  const { dev } = await import('./dev.mjs');
  await buildIfStale();
  await dev(args, buildIfStale);
} else if (BUILT.has(command)) {
  await buildIfStale();
  const entry = await import(pathToFileURL(join(root, `dist/server/${command}.js`)).href);
  const code = await entry.main(args);
  if (code !== undefined) process.exitCode = code;
} else if (Object.hasOwn(TOOLS, command)) {
  if (command !== 'schema') await buildIfStale();
  await runTool(TOOLS[command]);
} else {
  process.stderr.write(
    `Lantai: there is no command “${command}”. Known: build, start, dev, check, exhibit, data, schema, bench, shots.\n`
  );
  process.exitCode = 2;
}
