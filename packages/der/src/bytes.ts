/** Whether two byte strings are the same. Not for secrets: it ends at the first difference. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

/** Octets as lower-case hexadecimal digits, without separators. */
export function hexOf(bytes: Uint8Array): string {
  let digits = '';
  for (const octet of bytes) digits += HEX[octet];
  return digits;
}
