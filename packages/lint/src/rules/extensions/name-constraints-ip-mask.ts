import { extensionOf } from '../../object/extension-value.ts';
import { rawSubtrees } from '../../object/raw-subtrees.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const nameConstraintsIpMask: Rule = defineRule({
  id: 'name-constraints-ip-mask',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'a name constraint on IP addresses is an address and a mask of leading ones',
  description:
    'A range of addresses is written as 8 octets (IPv4) or 32 (IPv6): address, then mask, in the style of CIDR, ' +
    'where all ones stand before all zeros. Of other masks readers make different ranges.',
  citation: 'RFC 5280, 4.2.1.10',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write address and mask of the same length, the mask as a prefix',
  applies: (object) => extensionOf(object, 'nameConstraints') !== null,
  finds: (object) =>
    rawSubtrees(object)
      .filter(({ base }) => base.form === 'iPAddress' && !isSubnet(base.content))
      .map(({ list, bytes, base }) => ({
        message: 'a constraint on IP addresses is no address with a mask of leading ones',
        where: `extensions.nameConstraints.${list}`,
        at: bytes,
        actual: `${base.content.length} octets`,
      })),
});

function isSubnet(octets: Uint8Array): boolean {
  if (octets.length !== 8 && octets.length !== 32) return false;
  const mask = [...octets.subarray(octets.length / 2)].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return !mask.includes('01');
}
