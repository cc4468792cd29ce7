import { certificateOf, fixedEcPair, nameOf, type Pair } from '@quorate/certificates';
import { encodeBoolean, encodeElement, encodeOctetString, encodeSequence } from '@quorate/der';
import type { PathRequest } from '@quorate/verify';

/**
 * A target whose issuer's name is that of so many CAs with keys of their own, and the last of them by every rank that a
 * search has is the one that signed: only a key identifier tells it from the others.
 */
export function sameNamedCas(count: number, keyIdentifiers: boolean): PathRequest {
  const [root, target] = [fixedEcPair(1), fixedEcPair(2)];
  const keys = Array.from({ length: count }, (_, i) => fixedEcPair(3 + i));
  const cas = keys.map((key, i) =>
    make({ subject: 'CA', issuer: 'Root', key, signer: root, serial: i, from: -i }, [
      basicConstraints,
      ...(keyIdentifiers ? [subjectKeyIdentifier(i)] : []),
    ]),
  );
  const last = keys.at(-1) ?? root;
  return {
    target: make({ subject: 'Target', issuer: 'CA', key: target, signer: last, serial: 0, from: 0 }, [
      ...(keyIdentifiers ? [authorityKeyIdentifier(count - 1)] : []),
    ]),
    anchors: [
      make({ subject: 'Root', issuer: 'Root', key: root, signer: root, serial: 0, from: 0 }, [basicConstraints]),
    ],
    intermediates: cas,
    time: 1_800_000_000,
  };
}

interface Parts {
  readonly subject: string;
  readonly issuer: string;
  readonly key: Pair;
  readonly signer: Pair;
  readonly serial: number;
  readonly from: number;
}

interface Extension {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}

function make({ subject, issuer, key, signer, serial, from }: Parts, extensions: readonly Extension[]): Uint8Array {
  return certificateOf(
    {
      version: 2,
      serialNumber: Uint8Array.of(1, serial >> 8, serial & 0xff),
      digest: 'sha256',
      issuer: nameOf(['2.5.4.3', issuer]),
      subject: nameOf(['2.5.4.3', subject]),
      notBefore: { seconds: 1_700_000_000 + from, type: 'UTCTime' },
      notAfter: { seconds: 1_900_000_000, type: 'UTCTime' },
      spki: key.spki,
      extensions,
    },
    signer,
  );
}

const basicConstraints: Extension = {
  oid: '2.5.29.19',
  critical: true,
  value: encodeSequence(encodeBoolean(true)),
};

const identifierOf = (number: number): Uint8Array => Uint8Array.of(number >> 8, number & 0xff);
const subjectKeyIdentifier = (number: number): Extension => ({
  oid: '2.5.29.14',
  value: encodeOctetString(identifierOf(number)),
});
const authorityKeyIdentifier = (number: number): Extension => ({
  oid: '2.5.29.35',
  value: encodeSequence(encodeElement(0x80, identifierOf(number))),
});
