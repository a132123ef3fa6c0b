// `npm run dev`: the server as visitors get it, started anew when its code or the pages change; exhibits are watched
// by the server itself and show in the open page within a second.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';

const WATCHED = ['web', 'server', 'exhibits/format', 'exhibits/plan'];
const SETTLE_MS = 150;

export async function dev(args, build) {
  let child = null;
  let timer = null;
  let isBuilding = false;
  let isStale = false;

  const start = () => {
    child = spawn(process.execPath, ['server/cli/run.mjs', 'start', ...args], {
      stdio: 'inherit',
      env: { ...process.env, LANTAI_DEV: '1' }
    });
  };
  const stopChild = () =>
    new Promise((done) => {
      if (!child || child.exitCode !== null) return done();
      child.once('exit', done);
      child.kill();
    });
  const rebuild = async () => {
    if (isBuilding) {
      isStale = true;
      return;
    }
    isBuilding = true;
    do {
      isStale = false;
      try {
        await build();
        await stopChild();
        start();
      } catch (error) {
        process.stderr.write(`${error.message}\nThe last version that built goes on running.\n`);
      }
    } while (isStale);
    isBuilding = false;
  };

  for (const folder of WATCHED) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, SETTLE_MS);
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await stopChild();
      process.exit(0);
    });
  }
  start();
}
