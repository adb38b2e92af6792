import 'fake-indexeddb/auto';
import { type DBSchema, deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { databaseOnUse } from '#state/persistence/database-on-use.ts';

interface Schema extends DBSchema {
  things: { key: string; value: string };
}

describe('a database that opens at its first use', () => {
  it('stays open, and lets go when a newer page wants it', async () => {
    const database = databaseOnUse<Schema>('let-go', 1, (db) => {
      db.createObjectStore('things');
    });
    const first = await database();
    expect(await database()).toBe(first);
    await first.put('things', 'kept', 'key');
    // Without being let go of, this would wait for ever.
    const newer = await openDB<Schema>('let-go', 2);
    expect(await newer.get('things', 'key')).toBe('kept');
    newer.close();
    await expect(database()).rejects.toThrow('version');
  });

  it('tries again where it could not be opened', async () => {
    (await openDB('try-again', 2)).close();
    const database = databaseOnUse<Schema>('try-again', 1, (db) => {
      db.createObjectStore('things');
    });
    await expect(database()).rejects.toThrow('version');
    await deleteDB('try-again');
    expect((await database()).version).toBe(1);
  });
});
