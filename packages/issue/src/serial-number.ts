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
 */
export function serialNumberValue(serialNumber: bigint | Uint8Array, path: string): bigint {
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
