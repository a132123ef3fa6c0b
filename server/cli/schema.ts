import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../../exhibits/format/json-schema';

/** `npm run schema`: writes the JSON Schemas that editors complete from, beside the Zod source they are made of. */
export async function main(args: string[]): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('Use: npm run schema\n');
    return 2;
  }
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    await writeFile(join('exhibits', 'format', name), `${JSON.stringify(schema, null, 2)}\n`);
    process.stdout.write(`exhibits/format/${name}\n`);
  }
  return 0;
}
