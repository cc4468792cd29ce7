import { parseCertificateList, parseOcspResponse } from '@quorate/x509';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from './support/ask.ts';
import {
  ca,
  caName,
  certificate,
  certificateIssuer,
  crl,
  crlNumber,
  entry,
  idp,
  NOW,
  ocsp,
  otherKey,
  points,
  reason,
  responder,
  responderName,
  single,
  uris,
} from './support/make.ts';

const name = uris('http://a.example/1.crl');
const leaf = certificate({ extensions: [points({ name })] });

const full = crl({
  entries: [
    entry({ serialNumber: Uint8Array.of(0x21), extensions: [reason(1)] }),
    entry({ serialNumber: Uint8Array.of(0x22), extensions: [certificateIssuer(caName)] }),
  ],
  extensions: [crlNumber(3), idp({ name, indirect: true })],
});
const direct = ocsp({ singles: [single(), single({ serialNumber: Uint8Array.of(0x31), status: { reason: 1 } })] });
const delegated = ocsp({ responder: { name: responderName }, certificates: [responder()] }, otherKey);

const status = (kind: 'crl' | 'ocsp', der: Uint8Array): string =>
  ask({ certificate: leaf, issuer: ca, ...(kind === 'crl' ? { crls: [der] } : { ocsp: [der] }), time: NOW }).status;

interface Sample {
  readonly kind: 'crl' | 'ocsp';
  readonly der: Uint8Array;
  /** The bytes that are signed. */
  readonly signed: Uint8Array;
}

const samples: readonly Sample[] = [
  { kind: 'crl', der: full, signed: parseCertificateList(full).tbs },
  { kind: 'ocsp', der: direct, signed: parseOcspResponse(direct).basic?.tbs ?? direct },
  { kind: 'ocsp', der: delegated, signed: parseOcspResponse(delegated).basic?.tbs ?? delegated },
];

const sample = fc.constantFrom(...samples);

describe('a CRL or response that was changed', () => {
  it('unchanged it says good', () => {
    expect(samples.map(({ kind, der }) => status(kind, der))).toEqual(['good', 'good', 'good']);
  });

  it('in one byte of what is signed, whichever, it says nothing', () => {
    for (const { kind, der, signed } of samples) {
      const start = signed.byteOffset - der.byteOffset;
      for (let at = start; at < start + signed.length; at++) {
        const changed = Uint8Array.from(der);
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
        expect(`${at} ${status(kind, changed)}`).toBe(`${at} undetermined`);
      }
    }
  });

  it('anywhere, by changes, cuts and insertions, it gives an answer and never throws; never good with other signed bytes', () => {
    const change = fc.record({
      at: fc.nat({ max: 2000 }),
      drop: fc.nat({ max: 3 }),
      add: fc.uint8Array({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(sample, fc.array(change, { minLength: 1, maxLength: 3 }), ({ kind, der, signed }, changes) => {
        const octets = [...der];
        for (const { at, drop, add } of changes) octets.splice(at % octets.length, drop, ...add);
        const changed = Uint8Array.from(octets);
        const answer = status(kind, changed);
        expect(answer === 'good' && !Buffer.from(changed).includes(Buffer.from(signed))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
