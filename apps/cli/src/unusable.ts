/** A command cannot run: exit code 2. The message says which file, where, what was expected and found, what to do. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
  /** What to do next, a sentence without a full stop. */
  readonly next: string | undefined;

  constructor(message: string, facts: { readonly next?: string; readonly cause?: unknown } = {}) {
    super(message, { cause: facts.cause });
    this.next = facts.next;
  }
}

/** Errors of the packages: closed codes, messages made for people. */
const KNOWN: readonly string[] = [
  'ApprovalError',
  'AttestationError',
  'Base64Error',
  'CryptoError',
  'DerError',
  'IssueError',
  'JsonError',
  'PeerNameError',
  'PemError',
  'PolicyError',
  'PolicyTextError',
  'ShapeError',
  'TlvError',
  'TsbError',
  'Utf8Error',
  'X509Error',
  'XmlError',
];

/** Whether an error is one that the packages make for people. */
export function isPackageError(error: unknown): error is Error {
  return error instanceof Error && KNOWN.includes(error.name);
}

/**
 * Runs a reader, and turns what the packages throw into a message that names the file.
 *
 * @param next what to do when it fails
 */
export function reading<T>(file: string, read: () => T, next?: string): T {
  try {
    return read();
  } catch (cause) {
    if (!isPackageError(cause)) throw cause;
    throw new Unusable(`${file}: ${cause.message}`, next === undefined ? { cause } : { next, cause });
  }
}
