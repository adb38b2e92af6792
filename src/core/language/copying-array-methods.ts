/**
 * The four copying methods of arrays for engines of before 2023. Chrome 109 is the last one for Windows 7, and browsers
 * built on it are in use in offices; besides these methods it lacks nothing that the atlas needs.
 *
 * @see https://tc39.es/ecma262/#sec-array.prototype.tosorted (ECMAScript 2023)
 */
const COPYING = {
  toSorted<Item>(this: readonly Item[], compare?: (a: Item, b: Item) => number): Item[] {
    return this.slice().sort(compare);
  },
  toReversed<Item>(this: readonly Item[]): Item[] {
    return this.slice().reverse();
  },
  toSpliced<Item>(this: readonly Item[], ...change: [start: number, skip: number, ...items: Item[]]): Item[] {
    const copy = this.slice();
    copy.splice(...change);
    return copy;
  },
  with<Item>(this: readonly Item[], index: number, item: Item): Item[] {
    const place = index < 0 ? this.length + index : index;
    if (!(place >= 0 && place < this.length)) throw new RangeError(`there is no place ${index}`);
    const copy = this.slice();
    copy[place] = item;
    return copy;
  },
};

/** Gives an array's prototype those of the methods that it lacks; typed arrays have no `toSpliced`. */
export function addCopyingMethods(prototype: object): void {
  for (const [name, value] of Object.entries(COPYING)) {
    if (name in prototype || (name === 'toSpliced' && !Array.isArray(prototype))) continue;
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }
}

addCopyingMethods(Array.prototype);
addCopyingMethods(Object.getPrototypeOf(Int8Array.prototype) as object);
