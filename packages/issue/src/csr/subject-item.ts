import { excerpt } from '@quorate/syntax';
import { isNameWithin, type Name, nameText, parseName, sameName } from '@quorate/x509';
import { demandForeignName, encodeDistinguishedName } from '../name/distinguished-name.ts';
import type { CertificateProfile } from '../profile.ts';
import { boundsOf, type CarryItem, outside, ruleInvalid, ruleOf } from './carry-item.ts';

/** The subject of a request: taken byte for byte, or not at all. An empty one asks for nothing. */
export function subjectItem({ subject: own, csr }: CertificateProfile, requested: Name): CarryItem {
  const carry = csr?.subject;
  const rule = ruleOf(carry) ?? (own === 'from-request' ? 'allow' : null);
  if (own === 'from-request' && (rule === 'override' || rule === 'refuse')) {
    ruleInvalid('subject', 'allow or require, since the profile has `from-request`', rule);
  }
  const within = boundsOf(carry);
  const base = within === null ? null : parseName(encodeDistinguishedName(within, 'csr.subject.within'));
  const ownName = (): Name | null =>
    own === 'from-request' ? null : parseName(encodeDistinguishedName(own, 'subject'));
  return {
    name: 'subject',
    rule,
    asked: requested.rdns.length === 0 ? null : shown(requested),
    own: () => {
      const name = ownName();
      return name === null ? null : shown(name);
    },
    take: () => {
      demandForeignName(requested, 'csr.subject');
      if (base !== null && !isNameWithin(requested, base)) {
        outside('subject', `a name that begins with ${shown(base)}`, shown(requested));
      }
      const name = rule === 'require' && base === null ? ownName() : null;
      if (name === null) return { subject: 'from-request' };
      if (!sameName(requested, name)) outside('subject', shown(name), shown(requested));
      return {};
    },
  };
}

function shown(name: Name): string {
  return name.rdns.length === 0 ? 'an empty name' : `\`${excerpt(nameText(name), 256)}\``;
}
