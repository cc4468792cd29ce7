import { X509Certificate } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describeConformance } from '@quorate/conformance';
import { expect, test } from 'vitest';
import {
  certificateExtensions,
  type GeneralName,
  type Name,
  type NameAttribute,
  nameText,
  parseCertificate,
  X509Error,
} from '../../src/index.ts';
import { suiteCertificates } from './certificates.ts';
import { pkijsReading } from './pkijs-reading.ts';
import { type Reading, reading } from './reading.ts';
import refused from './refused.json' with { type: 'json' };

const explained: Readonly<Record<string, readonly string[]>> = refused;

function outcome(der: Uint8Array): string {
  try {
    certificateExtensions(parseCertificate(der));
  } catch (error) {
    if (error instanceof X509Error) return error.message;
    throw error;
  }
  return 'read';
}

/** A name as Node prints it, or `null` for kinds whose print is not compared. */
function printed(name: GeneralName): string | null {
  switch (name.type) {
    case 'dNSName':
      return `DNS:${name.value}`;
    case 'rfc822Name':
      return `email:${name.value}`;
    case 'uniformResourceIdentifier':
      return `URI:${name.value}`;
    case 'iPAddress':
      return `IP Address:${address(name.bytes)}`;
    default:
      return null;
  }
}

/** How OpenSSL calls the attributes that RFC 4514 calls otherwise, or not at all. */
const OPENSSL: Readonly<Record<string, string>> = {
  '2.5.4.4': 'SN',
  '2.5.4.9': 'street',
  '2.5.4.42': 'GN',
  '2.5.4.65': 'pseudonym',
  '1.3.6.1.4.1.311.60.2.1.2': 'jurisdictionST',
  '1.3.6.1.4.1.311.60.2.1.3': 'jurisdictionC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** A name as Node prints it, a relative name a line, its values as `nameText` writes those of commonNames. */
function printedName({ bytes, rdns }: Name): string {
  const attribute = (each: NameAttribute): string => {
    const [type] = nameText({ bytes, rdns: [[each]] }).split('=');
    const [, ...value] = nameText({ bytes, rdns: [[{ ...each, type: '2.5.4.3' }]] }).split('=');
    return `${OPENSSL[each.type] ?? type}=${value.join('=')}`;
  };
  return rdns.map((rdn) => rdn.map(attribute).join(' + ')).join('\n');
}

function printedNumber(content: Uint8Array): string {
  const value = BigInt.asIntN(8 * content.length, BigInt(`0x${Buffer.from(content).toString('hex')}`));
  if (value === 0n) return '0';
  const digits = (value < 0n ? -value : value).toString(16).toUpperCase();
  return `${value < 0n ? '-' : ''}${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}

function address(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  const words = Buffer.from(bytes).toString('hex').match(/.{4}/g) ?? [];
  return words.map((word) => Number.parseInt(word, 16).toString(16).toUpperCase()).join(':');
}

describeConformance('certificates with all extensions, read as pkijs and OpenSSL read them', () => {
  const all = suiteCertificates();
  const read = all.filter(({ der }) => outcome(der) === 'read');

  test('exactly those certificates are refused that are listed, for the reason that is listed', () => {
    const found = all.filter(({ der }) => outcome(der) !== 'read').map(({ id, der }) => [id, outcome(der)]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(explained).map(([id, [message]]) => [id, message])),
    );
    expect([all.length, read.length]).toEqual([693, 678]);
  });

  /** pkijs reads a list of distribution points as empty when one of them has a nameRelativeToCRLIssuer. */
  const lostByPkijs = [
    'pkits/InvaliddistributionPointTest6EE.crt crlDistributionPoints',
    'pkits/ValiddistributionPointTest4EE.crt crlDistributionPoints',
    'pkits/ValiddistributionPointTest5EE.crt crlDistributionPoints',
  ];

  test('pkijs finds the same fields and extensions', () => {
    const different: string[] = [];
    const present: Partial<Record<keyof Reading, number>> = {};
    for (const { id, der } of read) {
      const ours = reading(der);
      const theirs = pkijsReading(der);
      for (const field of Object.keys(ours) as (keyof Reading)[]) {
        if (ours[field] !== null) present[field] = (present[field] ?? 0) + 1;
        if (!isDeepStrictEqual(ours[field], theirs[field])) different.push(`${id} ${field}`);
      }
    }
    expect(different).toEqual(lostByPkijs);
    expect(present).toEqual({
      version: 678,
      serialNumber: 678,
      issuer: 678,
      subject: 678,
      notBefore: 678,
      notAfter: 678,
      publicKey: 678,
      critical: 678,
      basicConstraints: 392,
      keyUsage: 674,
      extendedKeyUsage: 173,
      subjectKeyIdentifier: 675,
      authorityKeyIdentifier: 554,
      subjectAltName: 287,
      nameConstraints: 42,
      certificatePolicies: 288,
      policyMappings: 11,
      policyConstraints: 23,
      crlDistributionPoints: 133,
      authorityInfoAccess: 126,
    });
  });

  test('OpenSSL finds the same names, serial number, validity and key', () => {
    const keyUnread: string[] = [];
    for (const { id, der } of read) {
      const other = new X509Certificate(der);
      const certificate = parseCertificate(der);
      expect([id, printedName(certificate.subject)]).toEqual([id, other.subject ?? '']);
      expect([id, printedName(certificate.issuer)]).toEqual([id, other.issuer ?? '']);
      expect([id, printedNumber(certificate.serialNumber)]).toEqual([id, other.serialNumber]);
      const validity = [certificate.notBefore.seconds * 1000, certificate.notAfter.seconds * 1000];
      expect([id, ...validity]).toEqual([id, Date.parse(other.validFrom), Date.parse(other.validTo)]);
      try {
        expect(other.publicKey.export({ type: 'spki', format: 'der' }).compare(certificate.publicKey)).toBe(0);
      } catch {
        keyUnread.push(id);
      }
    }
    // DSA keys without the parameters, which they inherit from the issuer's (PKITS 4.1.5).
    expect(keyUnread).toEqual([
      'pkits/DSAParametersInheritedCACert.crt',
      'pkits/ValidDSAParameterInheritanceTest5EE.crt',
    ]);
  });

  test('OpenSSL finds the same CA mark, purposes, alternative names and access locations', () => {
    const counts = { ca: 0, purposes: 0, altNames: 0, notCompared: 0, access: 0 };
    for (const { id, der } of read) {
      const other = new X509Certificate(der);
      const { basicConstraints, keyUsage, extendedKeyUsage, subjectAltName, authorityInfoAccess } =
        certificateExtensions(parseCertificate(der));
      const signs = keyUsage === null || keyUsage.usages.includes('keyCertSign');
      expect([id, other.ca]).toEqual([id, basicConstraints?.ca === true && signs]);
      if (other.ca) counts.ca++;
      expect([id, other.keyUsage]).toEqual([id, extendedKeyUsage?.purposes]);
      if (extendedKeyUsage !== null) counts.purposes++;
      const names = subjectAltName?.names.map(printed) ?? null;
      if (names?.includes(null) === true) counts.notCompared++;
      else expect([id, other.subjectAltName]).toEqual([id, names?.join(', ')]);
      if (names !== null) counts.altNames++;
      const uris = [...(other.infoAccess ?? '').matchAll(/ - URI:(.*)$/gm)].map((match) => match[1]);
      const locations = (authorityInfoAccess?.descriptions ?? []).flatMap(({ location }) =>
        location.type === 'uniformResourceIdentifier' ? [location.value] : [],
      );
      expect([id, uris]).toEqual([id, locations]);
      if (uris.length > 0) counts.access++;
    }
    expect(counts).toEqual({ ca: 365, purposes: 173, altNames: 287, notCompared: 7, access: 124 });
  });
});
