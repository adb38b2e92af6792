import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * A database of the browser that opens at its first use and stays open. Where it cannot be opened, or was ended from
 * outside, the next use tries again.
 *
 * @param create Makes the object stores where there is no database yet.
 * @returns Rejects with what the browser gives as reason.
 */
export function databaseOnUse<Schema extends DBSchema>(
  name: string,
  version: number,
  create: (database: IDBPDatabase<Schema>) => void,
): () => Promise<IDBPDatabase<Schema>> {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  return async () => {
    opening ??= openDB<Schema>(name, version, {
      upgrade: create,
      // A newer atlas in another tab waits for this one: let it go on, and open again at the next use.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        opening = null;
      },
      terminated: () => {
        opening = null;
      },
    });
    try {
      return await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  };
}
