import {
  contextPrimitive,
  encodeElement,
  encodeInteger,
  encodeOid,
  encodeSequence,
  encodeUtf8String,
  Tag,
} from '@quorate/der';
import { isUri } from '../name/alternative-name.ts';
import type { CertificatePolicyProfile, PolicyMappingProfile, PolicyQualifierProfile } from '../profile-extensions.ts';
import { asciiBytes, quoted } from '../text.ts';
import { demandCount, demandItems, demandOid, demandOnce, demandWords, refuse } from './demand.ts';
import type { ExtensionContent } from './planned-extension.ts';

const ANY_POLICY = '2.5.29.32.0';
const CPS = '1.3.6.1.5.5.7.2.1';
const USER_NOTICE = '1.3.6.1.5.5.7.2.2';
/** DisplayText (RFC 5280, 4.2.1.4). */
const MAX_DISPLAY_TEXT = 200;
const MAX_NUMBER = 2 ** 31 - 1;
/** Certificates in a path: nobody builds longer ones. */
const MAX_SKIPPED = 255;

/**
 * certificatePolicies (RFC 5280, 4.2.1.4).
 *
 * @throws IssueError `extension-invalid`
 */
export function certificatePolicies(policies: readonly CertificatePolicyProfile[]): ExtensionContent {
  const path = 'certificatePolicies';
  demandItems(policies, path);
  const oids = policies.map(({ policy }, i) => policyOid(policy, `${path}[${i}].policy`));
  demandOnce(oids, path);
  const parts = policies.map(({ qualifiers }, i) => {
    const oid = oids[i] as string;
    if (qualifiers !== undefined) demandItems(qualifiers, `${path}[${i}].qualifiers`);
    const read = (qualifiers ?? []).map((qualifier, k) => {
      const place = `${path}[${i}].qualifiers[${k}]`;
      const value = qualifierValue(qualifier, place);
      return { oid: qualifier.type === 'cps' ? CPS : USER_NOTICE, value };
    });
    const list = read.map((qualifier) => encodeSequence(encodeOid(qualifier.oid), qualifier.value));
    const fields = list.length === 0 ? [] : [encodeSequence(...list)];
    return { bytes: encodeSequence(encodeOid(oid), ...fields), meant: { oid, qualifiers: read } };
  });
  return { value: encodeSequence(...parts.map(({ bytes }) => bytes)), meant: { policies: parts.map((p) => p.meant) } };
}

function policyOid(policy: string, path: string): string {
  const oid = policy === 'anyPolicy' ? ANY_POLICY : policy;
  demandOid(oid, path, 'an object identifier or `anyPolicy`');
  return oid;
}

function qualifierValue(qualifier: PolicyQualifierProfile, path: string): Uint8Array {
  if (qualifier.type === 'cps') {
    if (!isUri(qualifier.uri)) refuse(`${path}.uri`, 'an absolute URI in ASCII', quoted(String(qualifier.uri)));
    return encodeElement(Tag.IA5_STRING, asciiBytes(qualifier.uri));
  }
  if (qualifier.type !== 'userNotice') {
    refuse(`${path}.type`, 'cps or userNotice', quoted(String((qualifier as { type: unknown }).type)));
  }
  const { noticeRef, explicitText } = qualifier;
  const fields: Uint8Array[] = [];
  if (noticeRef !== undefined) {
    const { organization, noticeNumbers } = noticeRef;
    demandWords(organization, MAX_DISPLAY_TEXT, `${path}.noticeRef.organization`);
    demandItems(noticeNumbers, `${path}.noticeRef.noticeNumbers`);
    noticeNumbers.forEach((number, i) => {
      demandCount(number, 0, MAX_NUMBER, `${path}.noticeRef.noticeNumbers[${i}]`);
    });
    fields.push(encodeSequence(encodeUtf8String(organization), encodeSequence(...noticeNumbers.map(encodeInteger))));
  }
  if (explicitText !== undefined) {
    demandWords(explicitText, MAX_DISPLAY_TEXT, `${path}.explicitText`);
    fields.push(encodeUtf8String(explicitText));
  }
  if (fields.length === 0) refuse(path, '`noticeRef` or `explicitText`', 'neither');
  return encodeSequence(...fields);
}

/**
 * policyMappings (RFC 5280, 4.2.1.5).
 *
 * @throws IssueError `extension-invalid`
 */
export function policyMappings(mappings: readonly PolicyMappingProfile[]): ExtensionContent {
  const path = 'policyMappings';
  demandItems(mappings, path);
  const pairs = mappings.map(({ issuerDomainPolicy, subjectDomainPolicy }, i) => {
    for (const [name, oid] of Object.entries({ issuerDomainPolicy, subjectDomainPolicy })) {
      const place = `${path}[${i}].${name}`;
      demandOid(oid, place);
      if (oid === ANY_POLICY) refuse(place, 'a policy other than anyPolicy (RFC 5280, 4.2.1.5)', oid);
    }
    return { issuerDomainPolicy, subjectDomainPolicy };
  });
  demandOnce(
    pairs.map((pair) => `${pair.issuerDomainPolicy} to ${pair.subjectDomainPolicy}`),
    path,
  );
  const list = pairs.map((pair) =>
    encodeSequence(encodeOid(pair.issuerDomainPolicy), encodeOid(pair.subjectDomainPolicy)),
  );
  return { value: encodeSequence(...list), meant: { mappings: pairs } };
}

/**
 * policyConstraints (RFC 5280, 4.2.1.11).
 *
 * @throws IssueError `extension-invalid`
 */
export function policyConstraints(constraints: {
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
}): ExtensionContent {
  const path = 'policyConstraints';
  const { requireExplicitPolicy, inhibitPolicyMapping } = constraints;
  const fields = [requireExplicitPolicy, inhibitPolicyMapping].flatMap((count, number) => {
    if (count === undefined) return [];
    demandCount(count, 0, MAX_SKIPPED, `${path}.${number === 0 ? 'requireExplicitPolicy' : 'inhibitPolicyMapping'}`);
    return [encodeElement(contextPrimitive(number), encodeInteger(count).subarray(2))];
  });
  if (fields.length === 0) refuse(path, 'one of the two, or no such extension', 'neither');
  const meant = {
    requireExplicitPolicy: requireExplicitPolicy ?? null,
    inhibitPolicyMapping: inhibitPolicyMapping ?? null,
  };
  return { value: encodeSequence(...fields), meant };
}

/**
 * inhibitAnyPolicy (RFC 5280, 4.2.1.14).
 *
 * @throws IssueError `extension-invalid`
 */
export function inhibitAnyPolicy(skipCerts: number): ExtensionContent {
  demandCount(skipCerts, 0, MAX_SKIPPED, 'inhibitAnyPolicy');
  return { value: encodeInteger(skipCerts), meant: { skipCerts } };
}
