/** Deeper than any profile. */
const MAX_DEPTH = 12;

/**
 * A copy of plain data that nobody else can change or compute anew: each member is read once, so that what is checked is
 * what is written, and a place of a list that has nothing in it holds `undefined`. Bytes are copied.
 *
 * @param kept members of the whole that are taken as they are
 * @throws TypeError for objects that are neither plain ones, lists nor bytes, whose members might come from elsewhere
 */
export function plainCopy<T>(value: T, path: string, kept: readonly string[] = []): T {
  return copy(value, path, kept, 0) as T;
}

function copy(value: unknown, path: string, kept: readonly string[], depth: number): unknown {
  if (isSimple(value)) return value;
  if (typeof value !== 'object') throw new TypeError(`\`${path}\` must be plain data`);
  if (depth > MAX_DEPTH) throw new TypeError(`\`${path}\` must be plain data, no deeper than ${MAX_DEPTH} levels`);
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) {
    return Array.from(value, (item, i) => (isSimple(item) ? item : copy(item, `${path}[${i}]`, [], depth + 1)));
  }
  if (!isPlain(value as object)) throw new TypeError(`\`${path}\` must be a plain object`);
  const members: Record<string, unknown> = {};
  for (const name of Object.keys(value as object)) {
    // A member of this name would be the prototype.
    if (name === '__proto__') throw new TypeError(`\`${path}\` must have no member \`__proto__\``);
    const member = (value as Readonly<Record<string, unknown>>)[name];
    members[name] = isSimple(member) || kept.includes(name) ? member : copy(member, `${path}.${name}`, [], depth + 1);
  }
  return members;
}

function isSimple(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol');
}

/** Whether an object has members of its own alone, as those of JSON: made by `{}`, in whatever realm, or without prototype. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
