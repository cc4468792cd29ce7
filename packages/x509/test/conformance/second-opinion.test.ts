import { X509Certificate } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describeConformance } from '@quorate/conformance';
import { isoTime } from '@quorate/der';
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
import { listedDifferences } from './other-readings.ts';
import { pkijsReading } from './pkijs-reading.ts';
import { type Reading, reading } from './reading.ts';
import refused from './refused.json' with { type: 'json' };

interface Refusal {
  /** The message, without the place. */
  readonly error: string;
  readonly reason: string;
  /** The place, by certificate. */
  readonly certificates: Readonly<Record<string, number>>;
}

const explained: readonly Refusal[] = refused;

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
  '2.5.4.18': 'postOfficeBox',
  '2.5.4.42': 'GN',
  '2.5.4.65': 'pseudonym',
  '2.5.4.97': 'organizationIdentifier',
  '1.3.6.1.4.1.311.60.2.1.1': 'jurisdictionL',
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
    const listed = explained.flatMap(({ error, certificates }) => {
      const [what, ...more] = error.split(',');
      return Object.entries(certificates).map(([id, byte]) => [id, [`${what} at byte ${byte}`, ...more].join()]);
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
    for (const { reason } of explained) expect(reason.length).toBeGreaterThan(20);
    expect([all.length, read.length]).toEqual([1810, 1562]);
  });

  test('pkijs finds the same fields and extensions', () => {
    const different: string[] = [];
    const present: Partial<Record<keyof Reading, number>> = {};
    for (const { id, der } of read) {
      const ours = reading(der);
      const theirs = pkijsReading(der);
      for (const field of Object.keys(ours) as (keyof Reading)[]) {
        if (ours[field] !== null) present[field] = (present[field] ?? 0) + 1;
        if (!isDeepStrictEqual(ours[field], theirs[field])) different.push(`${field} ${id}`);
      }
    }
    expect(different.sort()).toEqual(listedDifferences('pkijs'));
    expect(present).toEqual({
      version: 1562,
      serialNumber: 1562,
      issuer: 1562,
      subject: 1562,
      notBefore: 1562,
      notAfter: 1562,
      publicKey: 1562,
      critical: 1562,
      basicConstraints: 783,
      keyUsage: 1214,
      extendedKeyUsage: 768,
      subjectKeyIdentifier: 1121,
      authorityKeyIdentifier: 1057,
      subjectAltName: 735,
      issuerAltName: 12,
      nameConstraints: 56,
      certificatePolicies: 881,
      policyMappings: 11,
      policyConstraints: 23,
      inhibitAnyPolicy: 1,
      crlDistributionPoints: 441,
      authorityInfoAccess: 551,
    });
  });

  test('OpenSSL, by way of Node, finds the same names, serial number, validity and key', () => {
    const different: string[] = [];
    const unread: string[] = [];
    for (const { id, der } of read) {
      const other = new X509Certificate(der);
      const { subject, issuer, serialNumber, notBefore, notAfter, publicKey } = parseCertificate(der);
      const compare = (field: string, ours: unknown, theirs: unknown): void => {
        if (!isDeepStrictEqual(ours, theirs)) different.push(`${field} ${id}`);
      };
      compare('subject', printedName(subject), other.subject ?? '');
      compare('issuer', printedName(issuer), other.issuer ?? '');
      compare('serialNumber', printedNumber(serialNumber), other.serialNumber);
      compare('notBefore', isoTime(notBefore.seconds), printedTime(other.validFrom));
      compare('notAfter', isoTime(notAfter.seconds), printedTime(other.validTo));
      const key = exportedKey(other);
      if (key === null) unread.push(`publicKey ${id}`);
      else compare('publicKey', Buffer.from(publicKey).toString('hex'), key);
    }
    expect(different.sort()).toEqual(listedDifferences('Node'));
    // Newer ones read more.
    expect(unread.filter((each) => !listedDifferences('Node, unread').includes(each))).toEqual([]);
  });

  test('OpenSSL, by way of Node, finds the same CA mark, purposes, alternative names and access locations', () => {
    const counts = { ca: 0, purposes: 0, altNames: 0, notCompared: 0, access: 0 };
    const different: string[] = [];
    for (const { id, der } of read) {
      const other = new X509Certificate(der);
      const { basicConstraints, keyUsage, extendedKeyUsage, subjectAltName, authorityInfoAccess } =
        certificateExtensions(parseCertificate(der));
      const compare = (field: string, ours: unknown, theirs: unknown): void => {
        if (!isDeepStrictEqual(ours, theirs)) different.push(`${field} ${id}`);
      };
      const signs = keyUsage === null || keyUsage.usages.includes('keyCertSign');
      compare('ca', basicConstraints?.ca === true && signs, other.ca);
      if (other.ca) counts.ca++;
      compare('extendedKeyUsage', extendedKeyUsage?.purposes, other.keyUsage);
      if (extendedKeyUsage !== null) counts.purposes++;
      const names = subjectAltName?.names.map(printed) ?? null;
      if (names?.includes(null) === true) counts.notCompared++;
      else compare('subjectAltName', names?.join(', '), other.subjectAltName);
      if (names !== null) counts.altNames++;
      const uris = [...(other.infoAccess ?? '').matchAll(/ - URI:(.*)$/gm)].map(([, uri = '']) =>
        // Node quotes what a comma or a control character is in.
        uri.startsWith('"') ? JSON.parse(uri) : uri,
      );
      const locations = (authorityInfoAccess?.descriptions ?? []).flatMap(({ location }) =>
        location.type === 'uniformResourceIdentifier' ? [location.value] : [],
      );
      compare('authorityInfoAccess', locations, uris);
      if (uris.length > 0) counts.access++;
    }
    expect(different.sort()).toEqual(listedDifferences('Node names'));
    expect(counts).toEqual({ ca: 480, purposes: 768, altNames: 735, notCompared: 14, access: 548 });
  });
});

/** OpenSSL's print of a time as ISO 8601. */
function printedTime(text: string): string {
  const [, month = '', day = '', time = '', year = ''] = /^(\w{3}) +(\d+) ([\d:]+) (\d+) GMT$/.exec(text) ?? [];
  const number = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month) / 3 + 1;
  return `${year.padStart(4, '0')}-${`${number}`.padStart(2, '0')}-${day.padStart(2, '0')}T${time}Z`;
}

/** `null` when OpenSSL cannot read it. */
function exportedKey(certificate: X509Certificate): string | null {
  try {
    return certificate.publicKey.export({ type: 'spki', format: 'der' }).toString('hex');
  } catch {
    return null;
  }
}
