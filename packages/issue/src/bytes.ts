/** Whether two byte strings are the same. Nothing here is secret, so it need not take the same time for all. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i]);
}
