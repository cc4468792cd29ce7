import { Tag } from '@quorate/der';
import { extensionName } from '@quorate/x509';
import { quote } from '../../find/quote.ts';
import { extensionOid, extensionsOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

const LISTS: ReadonlySet<string> = new Set([
  extensionOid.subjectDirectoryAttributes,
  extensionOid.subjectAltName,
  extensionOid.issuerAltName,
  extensionOid.cRLDistributionPoints,
  extensionOid.certificatePolicies,
  extensionOid.policyMappings,
  extensionOid.extKeyUsage,
  extensionOid.freshestCRL,
  extensionOid.authorityInfoAccess,
  extensionOid.subjectInfoAccess,
]);

export const extensionSequenceNotEmpty: Rule = defineRule({
  id: 'extension-sequence-not-empty',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an extension that is a list has an item',
  description:
    'Alternative names, policies, mappings, purposes, distribution points, access descriptions and directory ' +
    'attributes are lists of one or more. An empty one says nothing, and readers take it as everything, nothing, ' +
    'or a fault.',
  citation: 'RFC 5280, 4.2.1 and A.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave the extension out, or fill its list',
  applies: (object) => extensionsOf(object).length > 0,
  finds: (object) =>
    extensionsOf(object)
      .filter(({ oid, value }) => LISTS.has(oid) && value.length === 2 && value[0] === Tag.SEQUENCE && value[1] === 0)
      .map(({ oid, bytes }) => ({
        message: `the list in ${quote(extensionName(oid) ?? oid)} is empty`,
        where: 'extensions',
        at: bytes,
      })),
});
