import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from './server';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that every file of browser tests may visit. */
    server: Pick<TestServer, 'url' | 'staffKey' | 'dataFolder'>;
  }
}

/** One real server for all files of a project: starting and reading the exhibits once instead of once a file. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, staffKey, dataFolder, stop } = await startTestServer();
  project.provide('server', { url, staffKey, dataFolder });
  return stop;
}
