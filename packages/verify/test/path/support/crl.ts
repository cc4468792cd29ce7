import { type ExtensionParts, signed } from '@quorate/certificates';
import {
  encodeBitString,
  encodeBoolean,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeTime,
  Tag,
} from '@quorate/der';
import { cn, keyOf, NOW } from './pki.ts';
import { fakeSignature } from './platforms.ts';

const ECDSA_SHA256 = encodeSequence(encodeOid('1.2.840.10045.4.3.2'));
const time = (seconds: number): Uint8Array => encodeTime({ type: 'UTCTime', seconds });

/** A CRL of this issuer with these serial numbers, signed by this key; `real`: in earnest, else with a fake signature. */
export function crlOf(issuer: string, by: number, serials: readonly number[], real = false): Uint8Array {
  const entries = serials.map((serial) =>
    encodeSequence(encodeElement(Tag.INTEGER, Uint8Array.of(serial)), time(NOW - 500)),
  );
  const extensions: ExtensionParts[] = [{ oid: '2.5.29.20', value: encodeInteger(1) }];
  const tbs = encodeSequence(
    encodeInteger(1),
    ECDSA_SHA256,
    cn(issuer),
    time(NOW - 1000),
    time(NOW + 1000),
    ...(entries.length === 0 ? [] : [encodeSequence(...entries)]),
    encodeExplicit(
      0,
      encodeSequence(
        ...extensions.map(({ oid, critical, value }) =>
          encodeSequence(encodeOid(oid), ...(critical ? [encodeBoolean(true)] : []), encodeOctetString(value)),
        ),
      ),
    ),
  );
  if (real) return signed(tbs, 'sha256', keyOf(by));
  return encodeSequence(tbs, ECDSA_SHA256, encodeBitString(fakeSignature(keyOf(by).spki)));
}
