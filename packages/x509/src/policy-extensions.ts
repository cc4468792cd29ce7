import type { DerReader } from '@quorate/der';
import { X509Error } from './error.ts';
import type { Extension } from './extension.ts';
import { readAny, readList, readValue } from './value.ts';

/** A PolicyQualifierInfo (RFC 5280, 4.2.1.4). */
export interface PolicyQualifier {
  readonly oid: string;
  /** The qualifier as it stands, with tag and length: strict DER, not looked into. */
  readonly value: Uint8Array;
}

/** A PolicyInformation (RFC 5280, 4.2.1.4). */
export interface PolicyInformation {
  readonly oid: string;
  /** Empty when there are none. */
  readonly qualifiers: readonly PolicyQualifier[];
}

/** certificatePolicies (RFC 5280, 4.2.1.4): at least one policy, each once. */
export interface CertificatePolicies {
  readonly critical: boolean;
  readonly policies: readonly PolicyInformation[];
}

export function readCertificatePolicies({ critical, value }: Extension): CertificatePolicies {
  const seen = new Set<string>();
  const policies = readValue(value, (reader) =>
    readList(reader, (list) => {
      const offset = list.offset;
      const policy = readPolicy(list);
      if (seen.has(policy.oid)) throw new X509Error('policy-repeated', { offset });
      seen.add(policy.oid);
      return policy;
    }),
  );
  return { critical, policies };
}

function readPolicy(list: DerReader): PolicyInformation {
  const fields = list.sequence();
  const oid = fields.oid();
  const qualifiers = fields.offset < fields.end ? readList(fields, readQualifier) : [];
  fields.finish();
  return { oid, qualifiers };
}

function readQualifier(list: DerReader): PolicyQualifier {
  const fields = list.sequence();
  const qualifier = { oid: fields.oid(), value: readAny(fields) };
  fields.finish();
  return qualifier;
}

/** One pair of policyMappings. */
export interface PolicyMapping {
  readonly issuerDomainPolicy: string;
  readonly subjectDomainPolicy: string;
}

/** policyMappings (RFC 5280, 4.2.1.5). That anyPolicy is in no pair is not checked here. */
export interface PolicyMappings {
  readonly critical: boolean;
  readonly mappings: readonly PolicyMapping[];
}

export function readPolicyMappings({ critical, value }: Extension): PolicyMappings {
  return { critical, mappings: readValue(value, (reader) => readList(reader, readMapping)) };
}

function readMapping(list: DerReader): PolicyMapping {
  const fields = list.sequence();
  const mapping = { issuerDomainPolicy: fields.oid(), subjectDomainPolicy: fields.oid() };
  fields.finish();
  return mapping;
}
