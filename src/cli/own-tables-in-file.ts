import * as z from 'zod/mini';
import type { OwnTable } from '#core/indicators/own-table.ts';
import { ownTablesSchema } from '#data/own-data-schema.ts';
import { type Checked, refuse } from './command.ts';
import { readJsonFile } from './read-text-file.ts';

/** The part of a project file that has figures of one's own. */
const schema = z.object({
  format: z.literal('chengqun-project'),
  ownTables: z._default(ownTablesSchema, []),
});

/** The own tables of a project file; none where no file is named. */
export async function readOwnTables(path: string | undefined): Promise<Checked<readonly OwnTable[]>> {
  if (path === undefined) return { ok: true, value: [] };
  const json = await readJsonFile('project', path);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { ok: true, value: parsed.data.ownTables };
  const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return refuse(
    'not-a-project',
    `${path} is no project file of the atlas (at ${place === '' ? 'its top' : place}).`,
    'Give a project as the app saves it.',
  );
}
