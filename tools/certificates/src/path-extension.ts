import {
  encodeBoolean,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeOid,
  encodeSequence,
  encodeUtf8String,
} from '@quorate/der';
import type { ExtensionParts } from './certificate.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** GeneralNames by their tags (RFC 5280, 4.2.1.6). */
export const generalName = {
  mail: (value: string): Uint8Array => encodeElement(0x81, text(value)),
  dns: (value: string): Uint8Array => encodeElement(0x82, text(value)),
  directory: (name: Uint8Array): Uint8Array => encodeElement(0xa4, name),
  uri: (value: string): Uint8Array => encodeElement(0x86, text(value)),
  ip: (...octets: readonly number[]): Uint8Array => encodeElement(0x87, Uint8Array.from(octets)),
  registeredId: (oid: string): Uint8Array => encodeElement(0x88, encodeOid(oid).subarray(2)),
  other: (oid: string, value: string): Uint8Array =>
    encodeElement(0xa0, encodeOid(oid), encodeExplicit(0, encodeUtf8String(value))),
} as const;

const tagged = (number: number, value: number | null): Uint8Array[] =>
  value === null ? [] : [encodeElement(0x80 | number, encodeInteger(value).subarray(2))];

/** Extensions about the paths below a certificate (RFC 5280, 4.2.1.4 to 4.2.1.14), and others free to be anything. */
export const pathExtension = {
  nameConstraints: (
    permitted: readonly Uint8Array[],
    excluded: readonly Uint8Array[] = [],
    critical = true,
  ): ExtensionParts => {
    const subtrees = (number: number, bases: readonly Uint8Array[]): Uint8Array[] =>
      bases.length === 0 ? [] : [encodeElement(0xa0 | number, ...bases.map((base) => encodeSequence(base)))];
    return { oid: '2.5.29.30', critical, value: encodeSequence(...subtrees(0, permitted), ...subtrees(1, excluded)) };
  },
  subjectAltNames: (names: readonly Uint8Array[], critical = false): ExtensionParts => ({
    oid: '2.5.29.17',
    critical,
    value: encodeSequence(...names),
  }),
  /** @param qualifier the type of a qualifier, with a text for its value, on the first policy */
  certificatePolicies: (policies: readonly string[], critical = false, qualifier?: string): ExtensionParts => ({
    oid: '2.5.29.32',
    critical,
    value: encodeSequence(
      ...policies.map((policy, index) => {
        const info = qualifier === undefined ? [] : [encodeSequence(encodeOid(qualifier), encodeUtf8String('ask us'))];
        return encodeSequence(encodeOid(policy), ...(index === 0 && info.length > 0 ? [encodeSequence(...info)] : []));
      }),
    ),
  }),
  policyMappings: (mappings: readonly (readonly [string, string])[], critical = true): ExtensionParts => ({
    oid: '2.5.29.33',
    critical,
    value: encodeSequence(
      ...mappings.map(([issuer, subject]) => encodeSequence(encodeOid(issuer), encodeOid(subject))),
    ),
  }),
  policyConstraints: (require: number | null, inhibitMapping: number | null = null): ExtensionParts => ({
    oid: '2.5.29.36',
    critical: true,
    value: encodeSequence(...tagged(0, require), ...tagged(1, inhibitMapping)),
  }),
  inhibitAnyPolicy: (skipCerts: number): ExtensionParts => ({
    oid: '2.5.29.54',
    critical: true,
    value: encodeInteger(skipCerts),
  }),
  /** Of a type that nobody knows. */
  unknown: (critical: boolean, oid = '1.2.3.4.5'): ExtensionParts => ({ oid, critical, value: encodeBoolean(true) }),
} as const;
