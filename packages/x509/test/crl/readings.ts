import { execFileSync } from 'node:child_process';
import type { Enumerated, Integer } from 'asn1js';
import { CertificateRevocationList, type GeneralNames, type IssuingDistributionPoint } from 'pkijs';
import {
  type CertificateList,
  certificateListExtensions,
  crlEntryExtensions,
  parseCertificateList,
  revokedCertificates,
} from '../../src/index.ts';

const hex = (bytes: ArrayBuffer | Uint8Array): string => Buffer.from(bytes as Uint8Array).toString('hex');

/** A CRL in terms that it can be compared in with pkijs' reading. */
export interface Reading {
  readonly version: number;
  readonly tbs: string;
  readonly issuer: readonly string[];
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
  readonly signature: string;
  /** OID, whether it is critical, value. */
  readonly extensions: readonly string[];
  readonly crlNumber: string | null;
  readonly deltaCrlIndicator: string | null;
  /** How many full names its point has, and its flags. */
  readonly issuingDistributionPoint: readonly (number | boolean)[] | null;
  /** Serial number, date, extensions, reason, issuers. */
  readonly revoked: readonly (readonly unknown[])[];
}

const flags = (point: {
  readonly onlyContainsUserCerts: boolean;
  readonly onlyContainsCACerts: boolean;
  readonly indirectCRL: boolean;
  readonly onlyContainsAttributeCerts: boolean;
}): boolean[] => [
  point.onlyContainsUserCerts,
  point.onlyContainsCACerts,
  point.indirectCRL,
  point.onlyContainsAttributeCerts,
];

/** What this package reads. */
export function reading(list: CertificateList): Reading {
  const { crlNumber, deltaCrlIndicator, issuingDistributionPoint: point } = certificateListExtensions(list);
  return {
    version: list.version,
    tbs: hex(list.tbs),
    issuer: list.issuer.rdns.flat().map(({ type, value }) => `${type} ${hex(value)}`),
    thisUpdate: list.thisUpdate.seconds,
    nextUpdate: list.nextUpdate?.seconds ?? null,
    signature: hex(list.signature),
    extensions: list.extensions.map(({ oid, critical, value }) => `${oid} ${critical} ${hex(value)}`),
    crlNumber: crlNumber === null ? null : `${crlNumber.number}`,
    deltaCrlIndicator: deltaCrlIndicator === null ? null : `${deltaCrlIndicator.number}`,
    issuingDistributionPoint: point === null ? null : [point.distributionPoint?.fullName?.length ?? 0, ...flags(point)],
    revoked: [...revokedCertificates(list)].map((entry) => {
      const { reasonCode, certificateIssuer } = crlEntryExtensions(entry);
      return [
        hex(entry.serialNumber),
        entry.revocationDate.seconds,
        entry.extensions.map(({ oid, critical, value }) => `${oid} ${critical} ${hex(value)}`),
        reasonCode?.code ?? null,
        certificateIssuer?.names.length ?? null,
      ];
    }),
  };
}

interface PkijsExtension {
  readonly extnID: string;
  readonly critical: boolean;
  readonly extnValue: { readonly valueBlock: { readonly valueHexView: Uint8Array } };
  readonly parsedValue?: unknown;
}

const extensionText = ({ extnID, critical, extnValue }: PkijsExtension): string =>
  `${extnID} ${critical} ${hex(extnValue.valueBlock.valueHexView)}`;

function found<T, R>(all: readonly PkijsExtension[], oid: string, read: (value: T) => R): R | null {
  const value = all.find(({ extnID }) => extnID === oid)?.parsedValue;
  return value === undefined ? null : read(value as T);
}

/** What pkijs reads. */
export function pkijsReading(der: Uint8Array): Reading {
  const list = CertificateRevocationList.fromBER(Uint8Array.from(der));
  const extensions: readonly PkijsExtension[] = list.crlExtensions?.extensions ?? [];
  const number = (oid: string): string | null =>
    found<Integer, string>(extensions, oid, (value) => `${BigInt(`0x${hex(value.valueBlock.valueHexView)}`)}`);
  return {
    version: list.version + 1,
    tbs: hex(list.tbsView),
    issuer: list.issuer.typesAndValues.map(({ type, value }) => `${type} ${hex(value.toBER())}`),
    thisUpdate: list.thisUpdate.value.getTime() / 1000,
    nextUpdate: list.nextUpdate === undefined ? null : list.nextUpdate.value.getTime() / 1000,
    signature: hex(list.signatureValue.valueBlock.valueHexView),
    extensions: extensions.map(extensionText),
    crlNumber: number('2.5.29.20'),
    deltaCrlIndicator: number('2.5.29.27'),
    issuingDistributionPoint: found<IssuingDistributionPoint, (number | boolean)[]>(
      extensions,
      '2.5.29.28',
      (point) => [Array.isArray(point.distributionPoint) ? point.distributionPoint.length : 0, ...flags(point)],
    ),
    revoked: (list.revokedCertificates ?? []).map((entry) => {
      const own: readonly PkijsExtension[] = entry.crlEntryExtensions?.extensions ?? [];
      return [
        hex(entry.userCertificate.valueBlock.valueHexView),
        entry.revocationDate.value.getTime() / 1000,
        own.map(extensionText),
        found<Enumerated, number>(own, '2.5.29.21', (value) => value.valueBlock.valueDec),
        found<GeneralNames, number>(own, '2.5.29.29', ({ names }) => names.length),
      ];
    }),
  };
}

const REASONS: Readonly<Record<string, string>> = {
  unspecified: 'Unspecified',
  keyCompromise: 'Key Compromise',
  cACompromise: 'CA Compromise',
  affiliationChanged: 'Affiliation Changed',
  superseded: 'Superseded',
  cessationOfOperation: 'Cessation Of Operation',
  certificateHold: 'Certificate Hold',
  privilegeWithdrawn: 'Privilege Withdrawn',
  aACompromise: 'AA Compromise',
};

function dateText(seconds: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(new Date(seconds * 1000).toUTCString()) ?? [];
  return `${month} ${`${Number(day)}`.padStart(2)} ${time} ${Number(year)} GMT`;
}

function numberText(content: Uint8Array): string {
  const value = BigInt.asIntN(8 * content.length, BigInt(`0x${hex(content)}`));
  const digits = (value < 0n ? -value : value).toString(16).toUpperCase();
  return `${value < 0n ? '-' : ''}${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}

/** What OpenSSL prints of a CRL, as far as {@link printed} knows it. */
export function opensslText(der: Uint8Array): string[] {
  const text = execFileSync('openssl', ['crl', '-inform', 'DER', '-noout', '-text'], { input: der, encoding: 'utf8' });
  // Behind a full name it writes a flag on the same line.
  const known = /(Version \d.*|(Last Update|Next Update|Serial Number|Revocation Date): .*|Only .*|Indirect CRL)$/;
  const wanted: string[] = [];
  let inEntries = false;
  let isReason = false;
  for (const line of text.split('\n')) {
    const found = isReason ? line.trim() : known.exec(line)?.[0];
    if (found !== undefined) wanted.push(found);
    inEntries ||= line === 'Revoked Certificates:';
    isReason = inEntries && line.includes('X509v3 CRL Reason Code:');
  }
  return wanted;
}

/** The same lines, of what this package reads. */
export function printed(list: CertificateList): string[] {
  const { issuingDistributionPoint: point } = certificateListExtensions(list);
  return [
    `Version ${list.version} (0x${list.version - 1})`,
    `Last Update: ${dateText(list.thisUpdate.seconds)}`,
    `Next Update: ${list.nextUpdate === null ? 'NONE' : dateText(list.nextUpdate.seconds)}`,
    ...(point?.onlyContainsUserCerts ? ['Only User Certificates'] : []),
    ...(point?.onlyContainsCACerts ? ['Only CA Certificates'] : []),
    ...(point?.indirectCRL ? ['Indirect CRL'] : []),
    ...(point?.onlySomeReasons ? ['Only Some Reasons:'] : []),
    ...(point?.onlyContainsAttributeCerts ? ['Only Attribute Certificates'] : []),
    ...[...revokedCertificates(list)].flatMap((entry) => {
      const { reasonCode } = crlEntryExtensions(entry);
      return [
        `Serial Number: ${numberText(entry.serialNumber)}`,
        `Revocation Date: ${dateText(entry.revocationDate.seconds)}`,
        ...(reasonCode === null ? [] : [REASONS[reasonCode.reason ?? ''] ?? `${reasonCode.code}`]),
      ];
    }),
  ];
}

/** `read`, or why a CRL with its extensions and entries is refused. */
export function outcome(der: Uint8Array): string {
  try {
    const list = parseCertificateList(der);
    certificateListExtensions(list);
    for (const entry of revokedCertificates(list)) crlEntryExtensions(entry);
  } catch (error) {
    if (error instanceof Error && error.name === 'X509Error') return error.message;
    throw error;
  }
  return 'read';
}
