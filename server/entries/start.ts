import { lanAddresses } from '../http/lan-addresses';
import { lanNotice } from '../lan-notice';
import { openLog } from '../log';
import { readSettings } from '../settings';
import { startFailure } from '../start-failure';
import { startServer } from '../start-server';

/** How long what is under way may take to finish once asked to stop. */
const STOP_MS = 5_000;

/** `npm start`: serves until it is asked to stop (SIGTERM, Ctrl+C). Returns an exit code only when it could not start. */
export async function main(args: string[]): Promise<number | undefined> {
  const log = openLog();
  const result = readSettings(process.env, args);
  if (!result.ok) {
    process.stderr.write(`${result.message}\n`);
    return 2;
  }
  const { settings } = result;
  const running = await startServer(settings, log).catch((error: unknown) => {
    const reason = startFailure(error, settings);
    if (reason === null) throw error;
    process.stderr.write(`${reason}\n`);
    // What had been opened before would hold the process.
    process.exit(1);
  });

  process.stderr.write(`\nLantai · http://localhost:${running.port}\n`);
  if (settings.isLan) {
    // Only a terminal has it; `NO_COLOR` is heard there.
    const isColoured = process.stderr.isTTY ? process.stderr.hasColors() : false;
    process.stderr.write(`\n${lanNotice(lanAddresses(), running.port, isColoured)}\n`);
  }
  if (settings.isLoadTest)
    log('warn', 'load-test', { message: 'LANTAI_LOAD_TEST=1: limits are off. Never leave it so.' });

  const stop = async (signal: string) => {
    log('info', 'stopping', { signal });
    const timer = setTimeout(() => process.exit(1), STOP_MS);
    timer.unref();
    await running.stop();
    log('info', 'stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
  return undefined;
}
