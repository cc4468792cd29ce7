import { DerError } from './error.ts';

/** Bounds on what a reader takes. */
export interface DerLimits {
  /** How many constructed elements may stand inside each other. Default 64: OpenSSL stops at 30. */
  readonly maxDepth?: number;
  /** How many bytes an input may have, at most 256 Mi. Default 16 MiB, above any CRL that a browser takes. */
  readonly maxBytes?: number;
}

const DEFAULT_MAX_DEPTH = 64;
const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;
/** So that the text of the longest string still fits into a JavaScript string everywhere. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Checks the size of an input and gives the depth that is allowed in it.
 *
 * @throws DerError `input-too-large`
 * @throws TypeError when `bytes` is no `Uint8Array` or a limit is no whole number within its bounds
 */
export function admit(bytes: Uint8Array, limits: DerLimits): number {
  const { maxDepth = DEFAULT_MAX_DEPTH, maxBytes = DEFAULT_MAX_BYTES } = limits;
  if (!Number.isSafeInteger(maxDepth) || maxDepth < 0) throw new TypeError('`maxDepth` is a whole number');
  if (!Number.isInteger(maxBytes) || maxBytes < 0 || maxBytes > MOST_BYTES) {
    throw new TypeError(`\`maxBytes\` is a whole number up to ${MOST_BYTES}`);
  }
  if (!isBytes(bytes)) throw new TypeError('DER is read from a Uint8Array');
  if (bytes.length > maxBytes) throw new DerError('input-too-large', { offset: maxBytes, limit: maxBytes });
  return maxDepth;
}

/** The tag is asked for last, for a `Uint8Array` of another realm (an iframe, a test runner's sandbox). */
function isBytes(bytes: unknown): boolean {
  return bytes instanceof Uint8Array || Object.prototype.toString.call(bytes) === '[object Uint8Array]';
}
