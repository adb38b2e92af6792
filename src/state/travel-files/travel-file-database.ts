import type { DBSchema } from 'idb';
import { databaseOnUse } from '../persistence/database-on-use.ts';

interface Schema extends DBSchema {
  payloads: { key: string; value: unknown };
}

const database = databaseOnUse<Schema>('chengqun-travel-files', 1, (db) => {
  db.createObjectStore('payloads');
});

/** What was kept under an id; `undefined` when there is nothing or the browser denies storage. */
export async function readPayload(id: string): Promise<unknown> {
  try {
    return await (await database()).get('payloads', id);
  } catch {
    return undefined;
  }
}

/** Keeps a payload. False when the browser has no room or denies storage: it then lives until the page closes. */
export async function keepPayload(id: string, payload: unknown): Promise<boolean> {
  try {
    await (await database()).put('payloads', payload, id);
    return true;
  } catch {
    return false;
  }
}
