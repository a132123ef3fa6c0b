/** Why the server could not start, in sentences for who started it; null for a fault of the program itself. */
export function startFailure(error: unknown, { port, host }: { port: number; host: string }): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE' || code === 'EACCES') {
    const reason = code === 'EACCES' ? 'may not be opened by this user' : 'is in use by another program';
    return `Port ${port} ${reason}; stop that program or set PORT to another number.`;
  }
  if (code === 'EADDRNOTAVAIL') return `${host} is no address of this machine; set HOST to one that is.`;
  // A fault of the program, which nobody can mend by a setting: its stack is what is needed.
  if (error.constructor !== Error) return null;
  return `Lantai cannot start. ${error.message}`;
}
