/** What has a digest that is computed when it is asked for. */
interface Digested {
  readonly sha256: string;
}

/**
 * Some fields, and a digest that is computed when somebody reads it, as few do.
 *
 * The getter is one function for all such objects. With a function of its own each would be of a kind of its own to the
 * engine, and such a kind holds on to what its function knows until a full collection.
 */
class WithDigest {
  static readonly #sha256: PropertyDescriptor & ThisType<WithDigest> = {
    enumerable: true,
    get(): string {
      return this.#source.sha256;
    },
  };
  readonly #source: Digested;

  constructor(fields: object, source: Digested) {
    this.#source = source;
    Object.assign(this, fields);
    Object.defineProperty(this, 'sha256', WithDigest.#sha256);
  }
}

/** These fields, and as `sha256` that of the source. */
export function withDigest<T extends object>(fields: T, source: Digested): T & Digested {
  return new WithDigest(fields, source) as unknown as T & Digested;
}
