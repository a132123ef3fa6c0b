import type { LessonMessage } from '../../server/contract/lesson/wire';

const KINDS: readonly string[] = ['hello', 'patch', 'lead', 'bye'] satisfies LessonMessage['kind'][];

/**
 * Takes a stream of server-sent events apart (HTML Standard §9.2), piece by piece as it comes. A comment is no event, and
 * what is not of a lesson is passed over.
 */
export function serverSentReader(onMessage: (message: LessonMessage) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    rest += piece;
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const message = messageOf(rest.slice(0, end));
      rest = rest.slice(end + 2);
      if (message) onMessage(message);
    }
  };
}

function messageOf(block: string): LessonMessage | null {
  let kind = '';
  let data = '';
  for (const line of block.split('\n')) {
    if (line.startsWith('event: ')) kind = line.slice(7);
    if (line.startsWith('data: ')) data += line.slice(6);
  }
  return KINDS.includes(kind) ? ({ kind, data: JSON.parse(data) } as LessonMessage) : null;
}
