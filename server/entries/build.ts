import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildInterfaceFonts, type InterfaceTexts } from '../fonts/interface-fonts';
import { precompressFolder } from '../static/precompress';

/**
 * Last step of a build, run by the launcher: the interface's heading fonts, from what the built pages say, and a
 * compressed twin of every text file.
 */
export async function finishBuild(root: string): Promise<void> {
  const distFolder = join(root, 'dist');
  const pages = (await import(/* @vite-ignore */ pathToFileURL(join(distFolder, 'pages', 'render.js')).href)) as {
    interfaceTexts(): InterfaceTexts[];
  };
  await buildInterfaceFonts(distFolder, pages.interfaceTexts());
  for (const folder of ['client', 'pages']) await precompressFolder(join(distFolder, folder));
}
