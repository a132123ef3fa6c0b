import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Where the browser for tests and screenshots is, and the extra flags it needs. */
export interface Chromium {
  executablePath: string;
  args: string[];
}

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader'
];

const WHAT_TO_DO =
  'No Chromium-family browser was found. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to the program, ' +
  'or run “npm install --no-save @sparticuz/chromium”. Browser tests are never skipped.';

/**
 * Looks for `CHROMIUM_PATH`, then an installed Chromium, Chrome or Edge, then a browser shipped in an npm package.
 * Rejects with a sentence that says what to install when there is none.
 */
export async function findChromium(env: Record<string, string | undefined> = process.env): Promise<Chromium> {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is “${named}”, but there is no such file. ${WHAT_TO_DO}`);
    return { executablePath: named, args: FLAGS };
  }
  const installed = candidates(env).find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: FLAGS };
  const shipped = await shippedInPackage();
  if (shipped) return shipped;
  throw new Error(WHAT_TO_DO);
}

function candidates(env: Record<string, string | undefined>): string[] {
  if (process.platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe'
    ];
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`
    );
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'msedge'
  ];
  return folders.flatMap((folder) => names.map((name) => `${folder}/${name}`));
}

async function shippedInPackage(): Promise<Chromium | null> {
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve('@sparticuz/chromium');
  } catch {
    return null;
  }
  const { default: chromium } = (await import(/* @vite-ignore */ entry)) as {
    default: { executablePath(): Promise<string>; args: string[] };
  };
  return { executablePath: await chromium.executablePath(), args: [...new Set([...chromium.args, ...FLAGS])] };
}
