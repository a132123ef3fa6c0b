import type { LocalizedText } from '../../exhibits/format/common';
import type { RenderOutcome } from './renderer';

export async function drawMap(_collection: unknown, _title: LocalizedText): Promise<RenderOutcome<string>> {
  return { ok: false, message: 'Maps come next.' };
}
