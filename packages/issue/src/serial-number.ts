import { IssueError } from './error.ts';

/** 20 octets with the sign bit clear (RFC 5280, 4.1.2.2). */
const TOO_LARGE = 1n << 159n;
/** Leading zeros are taken, within reason. */
const MAX_OCTETS = 64;

/**
 * The number that a profile states as serial number.
 *
 * @param serialNumber a number, or its big-endian octets without sign
 * @throws IssueError `serial-number-invalid`
 * @throws TypeError for a number of another type
 */
export function serialNumberValue(serialNumber: bigint | Uint8Array, path: string): bigint {
  if (typeof serialNumber !== 'bigint' && !(serialNumber instanceof Uint8Array)) {
    throw new TypeError(`\`${path}\` must be a bigint or bytes`);
  }
  const value = typeof serialNumber === 'bigint' ? serialNumber : unsigned(serialNumber);
  const expected = 'a positive number of at most 20 octets, the first bit clear';
  if (value === null || value >= TOO_LARGE) throw new IssueError('serial-number-invalid', { path, expected });
  if (value <= 0n) throw new IssueError('serial-number-invalid', { path, expected, actual: `${value}` });
  return value;
}

function unsigned(octets: Uint8Array): bigint | null {
  if (octets.length > MAX_OCTETS) return null;
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

/** 64 bits at least (CA/Browser Forum, Baseline Requirements 7.1; RFC 5280 asks for none), 20 octets at most. */
const [LEAST_RANDOM, MOST_RANDOM] = [8, 20];

/**
 * A serial number made of random bytes: the number whose big-endian octets they are, positive, every bit of them used, but
 * that of 20 octets the first bit is cleared, so that 159 are. Fewer than 8 octets, or octets that are all alike, as a
 * source gives that is broken, are refused. How random they are cannot be seen from them.
 *
 * @throws IssueError `random-bytes-invalid`
 */
export function serialNumberOfRandom(bytes: Uint8Array | undefined): bigint {
  const path = 'randomBytes';
  const expected = `${LEAST_RANDOM} to ${MOST_RANDOM} octets from a good source`;
  if (bytes !== undefined && !(bytes instanceof Uint8Array)) throw new TypeError(`\`${path}\` must be bytes`);
  if (bytes === undefined || bytes.length < LEAST_RANDOM || bytes.length > MOST_RANDOM) {
    const actual = bytes === undefined ? 'none' : `${bytes.length} octets`;
    throw new IssueError('random-bytes-invalid', { path, expected, actual });
  }
  if (bytes.every((octet) => octet === bytes[0])) {
    throw new IssueError('random-bytes-invalid', { path, expected, actual: 'octets that are all alike' });
  }
  const number = bytes.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
  const value = BigInt.asUintN(8 * MOST_RANDOM - 1, number);
  // 20 octets of which the bit that is cleared was the only one.
  if (value === 0n) throw new IssueError('random-bytes-invalid', { path, expected, actual: 'the number 0' });
  return value;
}
