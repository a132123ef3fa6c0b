import type { LocalizedText } from '../../exhibits/format/common';
import type { RenderOutcome } from './renderer';

export async function drawMap(collection: unknown, title: LocalizedText): Promise<RenderOutcome<string>> {
  return { ok: false, message: `The map “${Object.values(title)[0]}” of type ${typeof collection} cannot be drawn yet.` };
}
