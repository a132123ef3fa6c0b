/** Last step of a build, run by the launcher: the interface's heading fonts. */
export async function finishBuild(_root: string): Promise<void> {}
