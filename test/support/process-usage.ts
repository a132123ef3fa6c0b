import { readFileSync } from 'node:fs';

/** Linux counts the processor's time in hundredths of a second. */
const TICKS_PER_S = 100;

/** Seconds of processor time another process has used so far, all its threads together. Linux only. */
export function processorSecondsOf(pid: number): number {
  // The name in brackets may hold spaces; what follows it does not.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
}

/** Bytes of memory a process has of its own. Linux only. */
export function residentBytesOf(pid: number): number {
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}
