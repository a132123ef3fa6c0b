import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildInterfaceFonts, type InterfaceTexts } from '../fonts/interface-fonts';
import type { Messages } from '../contract/pages';
import { traditionalMessages, writeTraditionalMessages } from '../pages/traditional-messages';
import { precompressFolder } from '../static/precompress';

/**
 * Last step of a build, run by the launcher: the interface's messages in traditional characters, its heading fonts, from
 * what the built pages say, and a compressed twin of every text file.
 */
export async function finishBuild(root: string): Promise<void> {
  const distFolder = join(root, 'dist');
  const pages = (await import(/* @vite-ignore */ pathToFileURL(join(distFolder, 'pages', 'render.js')).href)) as {
    messagesOf(locale: 'zh-Hans'): Messages;
    interfaceTexts(messages: Messages): InterfaceTexts[];
  };
  const messages = pages.messagesOf('zh-Hans');
  const traditional = traditionalMessages(messages);
  await writeTraditionalMessages(distFolder, traditional);
  await buildInterfaceFonts(distFolder, {
    'zh-Hans': pages.interfaceTexts(messages),
    'zh-Hant': pages.interfaceTexts(traditional)
  });
  for (const folder of ['client', 'pages']) await precompressFolder(join(distFolder, folder));
}
