/** Milliseconds of processor time that some work takes: unlike the clock, it hardly minds what else the machine is doing. */
export async function processorMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
