import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateExtensions, type GeneralName, nameText, parseCertificate } from '../../src/index.ts';

/** A certificate as OpenSSL prints it, as far as it is compared: lines of text by what they are about. */
export type Printed = Readonly<Record<string, readonly string[]>>;

/** What OpenSSL prints of certificates: all in one process, in the order given. */
export function opensslPrints(ders: readonly Uint8Array[]): Printed[] {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-certificates-'));
  const file = join(folder, 'all.pem');
  const pem = ders.map((der) => {
    const lines =
      Buffer.from(der)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  });
  writeFileSync(file, pem.join(''));
  const text = execFileSync('openssl', ['storeutl', '-noout', '-text', '-certs', file], {
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  rmSync(folder, { recursive: true });
  return text
    .toString('latin1')
    .split(/^\d+: Certificate\n/m)
    .slice(1)
    .map(printOf);
}

function printOf(text: string): Printed {
  const [head = '', rest = ''] = text.split('        X509v3 extensions:\n');
  const tail = (rest === '' ? head : rest).split(/^ {4}Signature Algorithm: .*\n/m);
  const found: Record<string, string[]> = {
    version: [/Version: (\d+)/.exec(head)?.[1] ?? ''],
    signature: signatureOf(tail.at(-1) ?? ''),
  };
  const headers: string[] = [];
  for (const part of (rest === '' ? '' : (tail[0] ?? '')).split(/^ {12}(?=\S)/m).slice(1)) {
    const [header = '', ...lines] = part.split('\n');
    const [, name = '', critical = ''] = /^(.*): ?(critical|)$/.exec(header) ?? [];
    headers.push(`${name} ${critical}`.trim());
    found[name] = lines
      // OpenSSL forgets the end of the line before these.
      .flatMap((line) => line.split(/ {16}(?=Reasons:|CRL Issuer:)/))
      .map((line) => line.trim())
      // OpenSSL 3.2 and later write no spaces there.
      .map((line) => (/^(DirName:|[A-Z]+ = )/.test(line) ? line.replaceAll(' = ', '=') : line))
      .filter((line) => line !== '');
  }
  return { ...found, extensions: headers };
}

/** The octets of a signature, as lines of a print; of a DSA one, which is printed as two numbers, none. */
function signatureOf(text: string): string[] {
  if (/^ *r:/m.test(text)) return [];
  const lines = text.match(/^ {8}(?:[0-9a-f]{2}:)*(?:[0-9a-f]{2})?$/gm) ?? [];
  return [lines.join('').replace(/[\s:]/g, '')];
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  '1.3.6.1.4.1.11129.2.4.2': 'CT Precertificate SCTs',
  '1.3.6.1.4.1.11129.2.4.3': 'CT Precertificate Poison',
  '1.3.6.1.5.5.7.1.1': 'Authority Information Access',
  '1.3.6.1.5.5.7.1.3': 'qcStatements',
  '1.3.6.1.5.5.7.1.11': 'Subject Information Access',
  '1.3.6.1.5.5.7.1.24': 'TLS Feature',
  '1.3.6.1.5.5.7.48.1.5': 'OCSP No Check',
  '2.16.840.1.113730.1.1': 'Netscape Cert Type',
  '2.16.840.1.113730.1.13': 'Netscape Comment',
  '2.5.29.9': 'X509v3 Subject Directory Attributes',
  '2.5.29.14': 'X509v3 Subject Key Identifier',
  '2.5.29.15': 'X509v3 Key Usage',
  '2.5.29.16': 'X509v3 Private Key Usage Period',
  '2.5.29.17': 'X509v3 Subject Alternative Name',
  '2.5.29.18': 'X509v3 Issuer Alternative Name',
  '2.5.29.19': 'X509v3 Basic Constraints',
  '2.5.29.30': 'X509v3 Name Constraints',
  '2.5.29.31': 'X509v3 CRL Distribution Points',
  '2.5.29.32': 'X509v3 Certificate Policies',
  '2.5.29.33': 'X509v3 Policy Mappings',
  '2.5.29.35': 'X509v3 Authority Key Identifier',
  '2.5.29.36': 'X509v3 Policy Constraints',
  '2.5.29.37': 'X509v3 Extended Key Usage',
  '2.5.29.46': 'X509v3 Freshest CRL',
  '2.5.29.54': 'X509v3 Inhibit Any Policy',
};

const USAGES: Readonly<Record<string, string>> = {
  digitalSignature: 'Digital Signature',
  nonRepudiation: 'Non Repudiation',
  keyEncipherment: 'Key Encipherment',
  dataEncipherment: 'Data Encipherment',
  keyAgreement: 'Key Agreement',
  keyCertSign: 'Certificate Sign',
  cRLSign: 'CRL Sign',
  encipherOnly: 'Encipher Only',
  decipherOnly: 'Decipher Only',
};

const REASONS: Readonly<Record<string, string>> = {
  unused: 'Unused',
  keyCompromise: 'Key Compromise',
  cACompromise: 'CA Compromise',
  affiliationChanged: 'Affiliation Changed',
  superseded: 'Superseded',
  cessationOfOperation: 'Cessation Of Operation',
  certificateHold: 'Certificate Hold',
  privilegeWithdrawn: 'Privilege Withdrawn',
  aACompromise: 'AA Compromise',
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const pairs = (bytes: Uint8Array): string => (hex(bytes).toUpperCase().match(/../g) ?? []).join(':');
const policy = (oid: string): string => (oid === '2.5.29.32.0' ? 'X509v3 Any Policy' : oid);

/** As it stands in an extension; a directory name as X509_NAME_print_ex has it on one line. */
function printedName(name: GeneralName): string {
  switch (name.type) {
    case 'dNSName':
      return `DNS:${name.value}`;
    case 'rfc822Name':
      return `email:${name.value}`;
    case 'uniformResourceIdentifier':
      return `URI:${name.value}`;
    case 'registeredID':
      return `Registered ID:${name.oid}`;
    case 'directoryName': {
      const parts = name.name.rdns.map((rdn) => nameText({ ...name.name, rdns: [rdn] }));
      return `DirName:${parts.join(', ')}`;
    }
    case 'iPAddress': {
      const half = name.bytes.length / 2;
      return `IP:${address(name.bytes.subarray(0, half))}/${address(name.bytes.subarray(half))}`;
    }
    default:
      return name.type;
  }
}

function address(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  return (hex(bytes).match(/.{4}/g) ?? [])
    .map((word) => Number.parseInt(word, 16).toString(16).toUpperCase())
    .join(':');
}

const under = (title: string, lines: readonly string[] | undefined): string[] =>
  lines === undefined || lines.length === 0 ? [] : [title, ...lines];

/** The same print of what is read here. */
export function ownPrint(der: Uint8Array): Printed {
  const certificate = parseCertificate(der);
  const found = certificateExtensions(certificate);
  const own: Record<string, readonly string[] | undefined> = {
    '2.5.29.14': found.subjectKeyIdentifier === null ? undefined : [pairs(found.subjectKeyIdentifier.keyIdentifier)],
    '2.5.29.15': found.keyUsage === null ? undefined : [found.keyUsage.usages.map((usage) => USAGES[usage]).join(', ')],
    '2.5.29.19': basicConstraints(found.basicConstraints),
    '2.5.29.30':
      found.nameConstraints === null
        ? undefined
        : [
            ...under(
              'Permitted:',
              found.nameConstraints.permitted.map(({ base }) => printedName(base)),
            ),
            ...under(
              'Excluded:',
              found.nameConstraints.excluded.map(({ base }) => printedName(base)),
            ),
          ],
    '2.5.29.31': found.crlDistributionPoints?.points.flatMap(
      ({ fullName, nameRelativeToCRLIssuer, reasons, cRLIssuer }) => [
        ...under('Full Name:', fullName?.map(printedName)),
        ...(nameRelativeToCRLIssuer === null
          ? []
          : ['Relative Name:', nameText({ bytes: der, rdns: [nameRelativeToCRLIssuer] })]),
        ...under('Reasons:', reasons === null ? [] : [reasons.map((reason) => REASONS[reason]).join(', ')]),
        ...under('CRL Issuer:', cRLIssuer?.map(printedName)),
      ],
    ),
    '2.5.29.32': found.certificatePolicies?.policies.map(({ oid }) => `Policy: ${policy(oid)}`),
    '2.5.29.33': mappings(found.policyMappings?.mappings),
    '2.5.29.36': policyConstraints(found.policyConstraints),
    '2.5.29.54': found.inhibitAnyPolicy === null ? undefined : [`${found.inhibitAnyPolicy.skipCerts}`],
  };
  return {
    version: [`${certificate.version}`],
    signature: [hex(certificate.signature)],
    extensions: certificate.extensions.map(
      ({ oid, critical }) => `${EXTENSIONS[oid] ?? oid}${critical ? ' critical' : ''}`,
    ),
    ...Object.fromEntries(
      Object.entries(own).flatMap(([oid, lines]) => (lines === undefined ? [] : [[EXTENSIONS[oid], lines]])),
    ),
  };
}

type Found = ReturnType<typeof certificateExtensions>;

function basicConstraints(value: Found['basicConstraints']): string[] | undefined {
  if (value === null) return undefined;
  return [`CA:${value.ca ? 'TRUE' : 'FALSE'}${value.pathLen === null ? '' : `, pathlen:${value.pathLen}`}`];
}

function mappings(list: NonNullable<Found['policyMappings']>['mappings'] | undefined): string[] | undefined {
  if (list === undefined) return undefined;
  return [list.map((pair) => `${policy(pair.issuerDomainPolicy)}:${policy(pair.subjectDomainPolicy)}`).join(', ')];
}

function policyConstraints(value: Found['policyConstraints']): string[] | undefined {
  if (value === null) return undefined;
  const parts = [
    ...(value.requireExplicitPolicy === null ? [] : [`Require Explicit Policy:${value.requireExplicitPolicy}`]),
    ...(value.inhibitPolicyMapping === null ? [] : [`Inhibit Policy Mapping:${value.inhibitPolicyMapping}`]),
  ];
  return [parts.join(', ')];
}

/** What of a print is compared: of policies the identifiers alone, without their qualifiers. */
export function comparable(print: Printed, field: string): readonly string[] {
  const lines = print[field] ?? [];
  return field === 'X509v3 Certificate Policies' ? lines.filter((line) => line.startsWith('Policy: ')) : lines;
}
