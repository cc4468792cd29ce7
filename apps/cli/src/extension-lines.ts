import type { CertificateExtensions, GeneralName } from '@quorate/x509';
import { generalNameText, purposeName } from '@quorate/x509';
import { hex } from './text.ts';

type Line = readonly [name: string, value: string];

/** One line for each extension, in RFC 5280's words, `critical` first where it is. */
export function extensionLines(extensions: CertificateExtensions): Line[] {
  const {
    basicConstraints,
    keyUsage,
    extendedKeyUsage,
    subjectKeyIdentifier,
    authorityKeyIdentifier,
    subjectAltName,
    nameConstraints,
    certificatePolicies,
    crlDistributionPoints,
    policyConstraints,
    inhibitAnyPolicy,
    policyMappings,
    authorityInfoAccess,
    subjectInfoAccess,
    issuerAltName,
    freshestCrl,
    other,
  } = extensions;
  const lines: Line[] = [];
  const add = (name: string, extension: { readonly critical: boolean }, value: string): void => {
    lines.push([name, `${extension.critical ? 'critical, ' : ''}${value}`]);
  };
  if (basicConstraints !== null) {
    const { ca, pathLen } = basicConstraints;
    const constraint = `CA:${String(ca).toUpperCase()}${pathLen === null ? '' : `, pathLen ${pathLen}`}`;
    add('basic', basicConstraints, constraint);
  }
  if (keyUsage !== null) add('key usage', keyUsage, keyUsage.usages.join(', ') || '(none)');
  if (extendedKeyUsage !== null) {
    const purposes = extendedKeyUsage.purposes.map((oid) => purposeName(oid) ?? oid);
    add('ext usage', extendedKeyUsage, purposes.join(', '));
  }
  if (subjectAltName !== null) add('alt names', subjectAltName, subjectAltName.names.map(generalNameText).join(', '));
  if (nameConstraints !== null) {
    const list = (subtrees: readonly { readonly base: GeneralName }[]): string =>
      subtrees.map(({ base }) => generalNameText(base)).join(', ') || '(none)';
    const { permitted, excluded } = nameConstraints;
    add('names', nameConstraints, `permitted ${list(permitted)}; excluded ${list(excluded)}`);
  }
  if (certificatePolicies !== null) {
    add('policies', certificatePolicies, certificatePolicies.policies.map(({ oid }) => oid).join(', '));
  }
  if (crlDistributionPoints !== null)
    add('CRL points', crlDistributionPoints, `${crlDistributionPoints.points.length}`);
  if (subjectKeyIdentifier !== null) add('subject id', subjectKeyIdentifier, hex(subjectKeyIdentifier.keyIdentifier));
  if (authorityKeyIdentifier !== null) {
    const { keyIdentifier } = authorityKeyIdentifier;
    add('issuer id', authorityKeyIdentifier, keyIdentifier === null ? '(by name and serial)' : hex(keyIdentifier));
  }
  if (issuerAltName !== null) add('issuer alt', issuerAltName, issuerAltName.names.map(generalNameText).join(', '));
  const rarer = {
    policyMappings,
    policyConstraints,
    inhibitAnyPolicy,
    freshestCrl,
    authorityInfoAccess,
    subjectInfoAccess,
  };
  for (const [name, extension] of Object.entries(rarer)) {
    if (extension !== null) add('also', extension, `${name}, see --json`);
  }
  for (const extension of other) add('other', extension, `${extension.oid}, ${extension.value.length} bytes, not read`);
  return lines;
}
