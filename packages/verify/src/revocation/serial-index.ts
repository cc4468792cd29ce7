/**
 * Where the entries of a CRL stand, by serial number. Three numbers for each entry and no objects, since a list may have
 * 10^5 of them; entries whose hashes collide, which whoever wrote the list can bring about, cost a search no more than
 * one pass over them.
 */
export class SerialIndex {
  readonly #bytes: Uint8Array;
  /** By hash, the last entry added, counted from 1; 0 for none. */
  readonly #heads: Int32Array;
  /** For each entry the one before it with the same hash. */
  readonly #next: Int32Array;
  readonly #places: Int32Array;
  #count = 0;

  /**
   * @param bytes the entries one behind the other, strict DER that has been checked
   * @param capacity how many there are
   */
  constructor(bytes: Uint8Array, capacity: number) {
    this.#bytes = bytes;
    this.#heads = new Int32Array(2 ** Math.ceil(Math.log2(capacity + 1)));
    this.#next = new Int32Array(capacity + 1);
    this.#places = new Int32Array(capacity + 1);
  }

  /** Adds the entry that begins at `place`. */
  add(place: number): void {
    const serial = contentStart(this.#bytes, place);
    const slot = this.#slotOf(this.#bytes, contentStart(this.#bytes, serial), elementEnd(this.#bytes, serial));
    this.#count++;
    this.#places[this.#count] = place;
    this.#next[this.#count] = this.#heads[slot] as number;
    this.#heads[slot] = this.#count;
  }

  /** Where the entries with this number begin, the last one first. */
  find(serialNumber: Uint8Array): number[] {
    const found: number[] = [];
    let entry = this.#heads[this.#slotOf(serialNumber, 0, serialNumber.length)] as number;
    while (entry !== 0) {
      const place = this.#places[entry] as number;
      if (this.#isNumberAt(place, serialNumber)) found.push(place);
      entry = this.#next[entry] as number;
    }
    return found;
  }

  #isNumberAt(place: number, serialNumber: Uint8Array): boolean {
    const serial = contentStart(this.#bytes, place);
    const start = contentStart(this.#bytes, serial);
    if (elementEnd(this.#bytes, serial) - start !== serialNumber.length) return false;
    for (let i = 0; i < serialNumber.length; i++) if (this.#bytes[start + i] !== serialNumber[i]) return false;
    return true;
  }

  /** FNV-1a, 32 bits, as far as there are slots. */
  #slotOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    return hash & (this.#heads.length - 1);
  }
}

/** Where the content of the element at `at` begins. Tags are one octet, and the DER has been checked. */
export function contentStart(bytes: Uint8Array, at: number): number {
  const length = bytes[at + 1] as number;
  return at + (length < 0x80 ? 2 : 2 + (length & 0x7f));
}

/** Where the element at `at` ends. */
export function elementEnd(bytes: Uint8Array, at: number): number {
  const start = contentStart(bytes, at);
  if (start === at + 2) return start + (bytes[at + 1] as number);
  let length = 0;
  for (let i = at + 2; i < start; i++) length = length * 256 + (bytes[i] as number);
  return start + length;
}
