import {
  type Certificate,
  type CertificateField,
  extensionName,
  type TbsCertificate,
  type TbsDifference,
  tbsDifferences,
} from '@quorate/x509';
import type { DifferenceKind, RequestFinding } from './difference.ts';
import { differs, type Remark } from './finding.ts';

/** Which checks speak of a field. */
const CHECKS: Partial<Record<CertificateField, readonly string[]>> = {
  version: ['certificate.version'],
  serialNumber: ['certificate.serial-number'],
  signature: ['certificate.signature-algorithm'],
  issuer: ['certificate.issuer'],
  notBefore: ['certificate.validity'],
  notAfter: ['certificate.validity'],
  subject: ['certificate.subject'],
  subjectPublicKeyInfo: ['certificate.public-key'],
  issuerUniqueID: ['certificate.unique-identifiers'],
  subjectUniqueID: ['certificate.unique-identifiers'],
};

/** And which of an extension; any other is compared by the last two. */
const EXTENSION_CHECKS: Readonly<Record<string, readonly string[]>> = {
  '2.5.29.15': ['certificate.key-usage'],
  '2.5.29.19': ['certificate.basic-constraints', 'certificate.path-length'],
  '2.5.29.37': ['certificate.extended-key-usage'],
};
const OTHERS: readonly string[] = ['certificate.other-extensions', 'certificate.unasked-extension'];

/**
 * What differs in octets and is named by no finding: the same meaning written otherwise, an extension that means nothing
 * and is there or is not, the order of extensions. Extensions that cannot be decoded are all named here.
 */
export function unnamedRemarks(
  certificate: Certificate,
  meant: TbsCertificate,
  findings: readonly RequestFinding[],
): Remark[] {
  const named = new Set(findings.flatMap(({ id, differences = [] }) => (differences.length > 0 ? [id] : [])));
  return tbsDifferences(certificate, meant)
    .filter((each) => !checksOf(each).some((id) => named.has(id)))
    .map(remarkOf);
}

function checksOf({ field, oid }: TbsDifference): readonly string[] {
  if (oid !== null) return EXTENSION_CHECKS[oid] ?? OTHERS;
  return CHECKS[field] ?? [];
}

function remarkOf({ field, oid, kind }: TbsDifference): Remark {
  const item = oid === null ? field : (extensionName(oid) ?? oid);
  if (kind === 'order') return differs('order', 'extensions', 'order: the extensions stand in another order');
  const shown: DifferenceKind = kind === 'value' ? 'encoding' : kind;
  const words = shown === 'encoding' ? `${item} is written in other octets` : item;
  return differs(shown, item, `${shown}: ${words}`);
}
