import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { PageAssets, PageRenderer } from '../contract/pages';
import { importsOf, pageStyles, readManifest, stylesOf } from './manifest';

/** The built page renderer, loaded by path: the server imports nothing from `web`. */
export async function loadRenderer(distFolder: string): Promise<PageRenderer> {
  const url = pathToFileURL(join(distFolder, 'pages', 'render.js')).href;
  return (await import(/* @vite-ignore */ url)) as PageRenderer;
}

/** Which built files the pages name, from the manifests of their builds and the fonts' own. */
export async function readAssets(distFolder: string): Promise<PageAssets> {
  const pages = await readManifest(join(distFolder, 'pages', 'manifest.json'));
  const client = {
    ...(await readManifest(join(distFolder, 'client', 'manifest.json'))),
    ...(await readManifest(join(distFolder, 'client', 'manifest-gallery.json')))
  };
  const scripts: PageAssets['scripts'] = {};
  for (const [source, chunk] of Object.entries(client)) {
    const name = /^web\/entries\/(.+)\.ts$/.exec(source)?.[1];
    if (!name || !chunk.isEntry) continue;
    const imports = importsOf(client, source);
    scripts[name] = {
      src: address(chunk.file),
      css: stylesOf(client, source).map(address),
      preload: imports.map((key) => address(client[key]?.file ?? ''))
    };
  }
  const css = Object.entries(pageStyles(pages)).map(([page, files]) => [page, files.map(address)]);
  return { css: Object.fromEntries(css), scripts, fontsCss: await readFontsCss(distFolder) };
}

function address(file: string): string {
  return `/assets/${file}`;
}

async function readFontsCss(distFolder: string): Promise<string | null> {
  const text = await readFile(join(distFolder, 'fonts.json'), 'utf8').catch(() => null);
  return text === null ? null : z.object({ css: z.string() }).parse(JSON.parse(text)).css;
}
