import { readdirSync, readFileSync } from 'node:fs';
import { describeConformance, suiteFile } from '@quorate/conformance';
import { expect, test } from 'vitest';
import { type Certificate, parseCertificate } from '../src/index.ts';
import { twoReadings } from './support/openssl.ts';
import { refused } from './support/refusal.ts';

describeConformance('PKITS certificates, read as Node reads them', () => {
  const folder = suiteFile('pkits/certs');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.crt'))
    .sort();
  const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}/${name}`));

  /** Certificates that are refused here, with the reason. */
  const refusedHere: Readonly<Record<string, string>> = {
    // The bad signature of 4.1.2 and 4.1.6 is one whose BIT STRING begins with 1: a bit unused that is set (X.690, 11.2).
    'BadSignedCACert.crt': 'malformed bit-string-invalid',
    'InvalidDSASignatureTest6EE.crt': 'malformed bit-string-invalid',
  };

  /** DSA keys without parameters, which they inherit from the issuer's (4.1.5): Node cannot read such a key. */
  const unreadableThere = ['DSAParametersInheritedCACert.crt', 'ValidDSAParameterInheritanceTest5EE.crt'];

  test('each is read, but for those that are not RFC 5280', () => {
    const ends: Record<string, string> = {};
    const read: Certificate[] = [];
    for (const name of names) {
      try {
        read.push(parseCertificate(bytesOf(name)));
      } catch {
        ends[name] = refused(() => parseCertificate(bytesOf(name)));
      }
    }
    expect(ends).toEqual(refusedHere);
    expect(read.length).toBe(names.length - Object.keys(refusedHere).length);
    expect(names.length).toBe(272);
  });

  test('subject, issuer, serial number, validity and public key are the same', () => {
    const unread: string[] = [];
    let compared = 0;
    for (const name of names) {
      if (name in refusedHere) continue;
      const certificate = parseCertificate(bytesOf(name));
      let pair: { here: object; there: object };
      try {
        pair = twoReadings(certificate);
      } catch {
        unread.push(name);
        // SEQUENCE { id-dsa } and no parameters behind it.
        expect(Buffer.from(certificate.publicKey).toString('hex')).toMatch(/^3081..300906072a8648ce380401/);
        continue;
      }
      expect(pair.here, name).toEqual(pair.there);
      compared++;
    }
    expect(unread).toEqual(unreadableThere);
    expect(compared).toBe(268);
  });
});
