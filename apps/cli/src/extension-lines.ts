import { decodeUtf8, Utf8Error } from '@quorate/syntax';
import type { CertificateExtensions, DistributionPoint, GeneralName, InfoAccess, PolicyQualifier } from '@quorate/x509';
import { generalNameText, purposeName } from '@quorate/x509';
import { hex, printable, shortened } from './text.ts';

type Line = readonly [name: string, value: string];

/** Extensions that the x509 room does not look into, by their object identifiers. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['1.3.6.1.5.5.7.1.24', 'TLS feature (RFC 7633)'],
  ['1.3.6.1.5.5.7.1.3', 'qcStatements (RFC 3739)'],
  ['1.3.6.1.5.5.7.48.1.5', 'ocsp-nocheck (RFC 6960)'],
]);
const METHODS: ReadonlyMap<string, string> = new Map([
  ['1.3.6.1.5.5.7.48.1', 'ocsp'],
  ['1.3.6.1.5.5.7.48.2', 'caIssuers'],
  ['1.3.6.1.5.5.7.48.3', 'timeStamping'],
  ['1.3.6.1.5.5.7.48.5', 'caRepository'],
]);
const CPS = '1.3.6.1.5.5.7.2.1';
const ANY_POLICY = '2.5.29.32.0';
const MAX_SHOWN = 400;

/** One line for each extension, in RFC 5280's words, `critical` first where it is. */
export function extensionLines(extensions: CertificateExtensions): Line[] {
  const lines: Line[] = [];
  const add = <T extends { readonly critical: boolean }>(
    name: string,
    extension: T | null,
    words: (extension: T) => string,
  ): void => {
    if (extension === null) return;
    lines.push([name, `${extension.critical ? 'critical, ' : ''}${words(extension)}`]);
  };
  add('basic', extensions.basicConstraints, ({ ca, pathLen }) =>
    [`CA:${String(ca).toUpperCase()}`, ...(pathLen === null ? [] : [`pathLen ${pathLen}`])].join(', '),
  );
  add('key usage', extensions.keyUsage, ({ usages }) => usages.join(', ') || '(none)');
  add('ext usage', extensions.extendedKeyUsage, ({ purposes }) =>
    purposes.map((oid) => purposeName(oid) ?? oid).join(', '),
  );
  add('alt names', extensions.subjectAltName, ({ names }) => namesText(names));
  add('names', extensions.nameConstraints, ({ permitted, excluded }) => {
    const list = (subtrees: readonly { readonly base: GeneralName }[]): string =>
      namesText(subtrees.map(({ base }) => base)) || '(none)';
    return `permitted ${list(permitted)}; excluded ${list(excluded)}`;
  });
  add('policies', extensions.certificatePolicies, ({ policies }) =>
    policies
      .map(({ oid, qualifiers }) =>
        [oid === ANY_POLICY ? 'anyPolicy' : oid, ...qualifiers.map(qualifierText)].join(' '),
      )
      .join(', '),
  );
  add('mappings', extensions.policyMappings, ({ mappings }) =>
    mappings.map((pair) => `${pair.issuerDomainPolicy} as ${pair.subjectDomainPolicy}`).join(', '),
  );
  add('constraints', extensions.policyConstraints, ({ requireExplicitPolicy, inhibitPolicyMapping }) =>
    [
      ...(requireExplicitPolicy === null ? [] : [`requireExplicitPolicy ${requireExplicitPolicy}`]),
      ...(inhibitPolicyMapping === null ? [] : [`inhibitPolicyMapping ${inhibitPolicyMapping}`]),
    ].join(', '),
  );
  add('any policy', extensions.inhibitAnyPolicy, ({ skipCerts }) => `inhibited after ${skipCerts} certificates`);
  add('CRL points', extensions.crlDistributionPoints, ({ points }) => points.map(pointText).join('; '));
  add('delta CRLs', extensions.freshestCrl, ({ points }) => points.map(pointText).join('; '));
  add('issuer info', extensions.authorityInfoAccess, accessText);
  add('subject info', extensions.subjectInfoAccess, accessText);
  add('subject id', extensions.subjectKeyIdentifier, ({ keyIdentifier }) => hex(keyIdentifier));
  add('issuer id', extensions.authorityKeyIdentifier, ({ keyIdentifier }) =>
    keyIdentifier === null ? '(by name and serial)' : hex(keyIdentifier),
  );
  add('issuer alt', extensions.issuerAltName, ({ names }) => namesText(names));
  for (const extension of extensions.other) {
    const name = OTHERS.get(extension.oid) ?? `${extension.oid}, not known here`;
    add('other', extension, ({ value }) => `${name}: ${shortened(hex(value), 64)}`);
  }
  return lines;
}

/** Names in one line. */
export function namesText(names: readonly GeneralName[]): string {
  return names.map(generalNameText).join(', ');
}

/** A place where CRLs are, in one line. */
export function pointText({ fullName, nameRelativeToCRLIssuer, reasons, cRLIssuer }: DistributionPoint): string {
  return [
    ...(fullName === null ? [] : [namesText(fullName)]),
    ...(nameRelativeToCRLIssuer === null ? [] : ['a name relative to the CRL issuer']),
    ...(reasons === null ? [] : [`for ${reasons.join(', ')}`]),
    ...(cRLIssuer === null ? [] : [`by ${namesText(cRLIssuer)}`]),
  ].join(' ');
}

function accessText({ descriptions }: InfoAccess): string {
  return descriptions
    .map(({ method, location }) => `${METHODS.get(method) ?? method} ${generalNameText(location)}`)
    .join(', ');
}

/** The text of a CPS pointer; of what is not looked into the octets. */
function qualifierText({ oid, value }: PolicyQualifier): string {
  const text = oid === CPS ? textOf(value) : null;
  return text === null ? `(qualifier ${oid}: ${shortened(hex(value), 64)})` : `(${text})`;
}

/** The content of a string in DER of less than 128 octets. */
function textOf(element: Uint8Array): string | null {
  if ((element[1] ?? 0x80) >= 0x80) return null;
  try {
    return shortened(printable(decodeUtf8(element.subarray(2))), MAX_SHOWN);
  } catch (error) {
    if (error instanceof Utf8Error) return null;
    throw error;
  }
}
