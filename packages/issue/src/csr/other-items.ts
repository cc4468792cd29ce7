import { DerError, hexOf, sameBytes } from '@quorate/der';
import { type CertificateExtensions, type CertificationRequest, type Extension, extensionName } from '@quorate/x509';
import { IssueError } from '../error.ts';
import { readTlsFeature, TLS_FEATURE } from '../extension/tls-feature.ts';
import { subjectKeyIdentifierOf } from '../key/subject-key.ts';
import type { CertificateProfile } from '../profile.ts';
import { isOid } from '../text.ts';
import {
  boundsOf,
  type CarryItem,
  demandAmong,
  listed,
  outside,
  ruleInvalid,
  ruleOf,
  sameValues,
} from './carry-item.ts';
import { neverCarried } from './rules.ts';

export function subjectKeyIdentifierItem(
  profile: CertificateProfile,
  { subjectKeyIdentifier }: CertificateExtensions,
  publicKey: Uint8Array,
): CarryItem {
  const [rule, name] = [ruleOf(profile.csr?.subjectKeyIdentifier), 'subjectKeyIdentifier'];
  const asked = subjectKeyIdentifier?.keyIdentifier ?? null;
  const own = (): Uint8Array | null => subjectKeyIdentifierOf(profile, publicKey);
  return {
    name,
    rule,
    asked: asked && bytesText(asked),
    own: () => {
      const identifier = own();
      return identifier && bytesText(identifier);
    },
    take: () => {
      if (asked === null) return {};
      if (rule === 'require') {
        const mine = own();
        if (mine === null || !sameBytes(asked, mine)) {
          outside(name, mine === null ? 'none' : bytesText(mine), bytesText(asked));
        }
        return {};
      }
      return { subjectKeyIdentifier: asked };
    },
  };
}

/** RFC 5280, 4.2.1.4. */
const ANY_POLICY = '2.5.29.32.0';

export function certificatePoliciesItem(profile: CertificateProfile, extensions: CertificateExtensions): CarryItem {
  const [carry, name] = [profile.csr?.certificatePolicies, 'certificatePolicies'];
  const oidOf = (policy: string): string => (policy === 'anyPolicy' ? ANY_POLICY : policy);
  const within = boundsOf(carry)?.map(oidOf) ?? null;
  const bad = within?.findIndex((oid) => !isOid(oid)) ?? -1;
  if (bad >= 0) ruleInvalid(`${name}.within[${bad}]`, 'an object identifier or `anyPolicy`');
  const policies = extensions.certificatePolicies?.policies ?? null;
  const asked = policies?.map(({ oid }) => oid) ?? null;
  const own = profile.certificatePolicies?.map(({ policy }) => oidOf(policy)) ?? null;
  return {
    name,
    rule: ruleOf(carry),
    asked: asked && listed(asked, String),
    own: () => own && listed(own, String),
    take: () => {
      if (asked === null || policies === null) return {};
      const qualified = policies.find(({ qualifiers }) => qualifiers.length > 0);
      if (qualified !== undefined) outside(name, 'policies without qualifiers', `${qualified.oid} with some`);
      if (ruleOf(carry) === 'require' && within === null && own !== null) {
        if (!sameValues(asked, own)) outside(name, listed(own, String), listed(asked, String));
        return {};
      }
      if (within !== null) demandAmong(name, asked, within, String);
      return { certificatePolicies: asked.map((policy) => ({ policy })) };
    },
  };
}

export function tlsFeatureItem({ tlsFeature: own, csr }: CertificateProfile, request: CertificationRequest): CarryItem {
  const [carry, name] = [csr?.tlsFeature, 'tlsFeature'];
  const extension = request.extensions.find(({ oid }) => oid === TLS_FEATURE);
  const asked = extension === undefined ? null : featuresOf(extension);
  const within = boundsOf(carry);
  return {
    name,
    rule: ruleOf(carry),
    asked: asked && listed(asked, String),
    own: () => (own === undefined ? null : listed(own, String)),
    take: () => {
      if (asked === null) return {};
      if (ruleOf(carry) === 'require' && within === null && own !== undefined) {
        if (!sameValues(asked, own)) outside(name, listed(own, String), listed(asked, String));
        return {};
      }
      if (within !== null) demandAmong(name, asked, within, String);
      return { tlsFeature: asked };
    },
  };
}

function featuresOf({ value }: Extension): readonly number[] {
  try {
    return (readTlsFeature(value) as { readonly features: readonly number[] }).features;
  } catch (cause) {
    if (cause instanceof DerError) throw new IssueError('request-malformed', { path: 'csr.tlsFeature', cause });
    throw cause;
  }
}

/** What only the issuer can say. */
export function neverCarriedItems(profile: CertificateProfile, request: CertificationRequest): readonly CarryItem[] {
  return Object.entries(neverCarried).map(([name, oid]): CarryItem => {
    const rule = profile.csr?.[name as 'nameConstraints'] ?? null;
    if (rule !== null && rule !== 'override' && rule !== 'refuse')
      ruleInvalid(name, 'override or refuse', String(rule));
    const asked = request.extensions.find((extension) => extension.oid === oid);
    const own = profile[name as keyof CertificateProfile];
    return {
      name,
      rule,
      asked: asked === undefined ? null : extensionText(asked),
      own: () => (own === undefined || own === null || own === false ? null : 'what it states'),
      take: () => ({}),
    };
  });
}

/** Extensions without a member of their own, in the order of the rules, then of the request. */
export function otherItems(profile: CertificateProfile, others: readonly Extension[]): readonly CarryItem[] {
  const rules = profile.csr?.extensions ?? [];
  rules.forEach(({ oid }, i) => {
    const path = `extensions[${i}].oid`;
    if (!isOid(oid)) ruleInvalid(path, 'an object identifier', String(oid));
    if (hasMember(oid)) ruleInvalid(path, 'an extension that has no member of its own', oid);
    if (rules.findIndex((other) => other.oid === oid) !== i) ruleInvalid(path, 'each once', oid);
  });
  const unnamed = others.filter(({ oid }) => !hasMember(oid) && !rules.some((rule) => rule.oid === oid));
  return [...rules.map(({ oid }) => oid), ...unnamed.map(({ oid }) => oid)].map((oid): CarryItem => {
    const asked = others.find((extension) => extension.oid === oid);
    const rule = rules.find((item) => item.oid === oid)?.rule ?? null;
    const own = profile.extensions?.find((extension) => extension.oid === oid);
    const ownText = own === undefined ? null : extensionText({ oid, critical: own.critical, value: own.der });
    return {
      name: oid,
      rule,
      asked: asked === undefined ? null : extensionText(asked),
      own: () => ownText,
      take: (carried) => {
        if (asked === undefined) return {};
        const same = own !== undefined && own.critical === asked.critical && sameBytes(own.der, asked.value);
        if (rule === 'require' && own !== undefined && !same) outside(oid, `${ownText}`, extensionText(asked));
        if (same) return {};
        const rest = carried.extensions?.filter((extension) => extension.oid !== oid) ?? [];
        return { extensions: [...rest, { oid, critical: asked.critical, der: asked.value }] };
      },
    };
  });
}

/** Attributes of the request that are no extensions: nothing of theirs stands in a certificate. */
export function attributeItems({ attributes }: CertificationRequest): readonly CarryItem[] {
  return attributes
    .filter(({ type }) => type !== EXTENSION_REQUEST)
    .map(({ type, values }) => ({
      name: `attribute ${type}`,
      rule: null,
      asked: `${values.length === 1 ? 'a value' : `${values.length} values`}`,
      own: () => null,
      take: () => ({}),
    }));
}

/** RFC 2985, 5.4.2. */
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

function hasMember(oid: string): boolean {
  return oid === TLS_FEATURE || extensionName(oid) !== null || Object.values(neverCarried).includes(oid);
}

const SHOWN_OCTETS = 32;

function bytesText(bytes: Uint8Array): string {
  return `${hexOf(bytes.subarray(0, SHOWN_OCTETS))}${bytes.length > SHOWN_OCTETS ? `… (${bytes.length} octets)` : ''}`;
}

function extensionText({ critical, value }: Extension): string {
  return `${critical ? 'critical, ' : ''}${bytesText(value)}`;
}
