import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { PageAssets, PageRenderer } from '../contract/pages';
import { FONT_LOCALES } from '../fonts/interface-fonts';
import { importsOf, pageStyles, readManifest, stylesOf } from './manifest';
import { readTraditionalMessages } from './traditional-messages';

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
  return {
    css: Object.fromEntries(css),
    scripts,
    fontsCss: await readFontsCss(distFolder),
    traditional: await readTraditionalMessages(distFolder)
  };
}

function address(file: string): string {
  return `/assets/${file}`;
}

async function readFontsCss(distFolder: string): Promise<PageAssets['fontsCss']> {
  const text = await readFile(join(distFolder, 'fonts.json'), 'utf8').catch(() => null);
  if (text === null) return { 'zh-Hans': null, 'zh-Hant': null, en: null };
  const css = z.record(z.enum(FONT_LOCALES), z.object({ css: z.string() })).parse(JSON.parse(text));
  return { 'zh-Hans': css['zh-Hans'].css, 'zh-Hant': css['zh-Hant'].css, en: css['zh-Hans'].css };
}
