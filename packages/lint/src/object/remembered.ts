/** What a function gave for an object, or what it threw. */
interface Kept {
  readonly threw: boolean;
  readonly value: unknown;
}

/**
 * A function that reads an object once, when it is first asked about it, and then says the same: what many rules ask of one
 * object is not read again for each. An error is kept too.
 *
 * @param read pure; of an object that does not change
 */
export function remembered<K extends object, V>(read: (object: K) => V): (object: K) => V {
  const memory: WeakMap<K, Kept> = new WeakMap();
  return (object) => {
    let kept = memory.get(object);
    if (kept === undefined) {
      kept = attempt(read, object);
      memory.set(object, kept);
    }
    if (kept.threw) throw kept.value;
    return kept.value as V;
  };
}

function attempt<K, V>(read: (object: K) => V, object: K): Kept {
  try {
    return { threw: false, value: read(object) };
  } catch (value) {
    return { threw: true, value };
  }
}
