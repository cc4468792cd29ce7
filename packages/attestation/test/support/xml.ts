import { traceSignAttestation } from '@quorate/vectors';

export function utf8(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'utf8'));
}

/** The real attestation of the derived key, with one place changed; a place that is not there is a fault of the test. */
export function changed(...changes: readonly (readonly [string | RegExp, string])[]): Uint8Array {
  let text = traceSignAttestation;
  for (const [place, replacement] of changes) {
    const next = text.replace(place, () => replacement);
    if (next === text) throw new Error(`the attestation has no such place: ${place}`);
    text = next;
  }
  return utf8(text);
}
