import { extensionOf } from '../../object/extension-value.ts';
import { hasPurpose, isEndEntity } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

const SAYS = ['ocspNoCheck', 'cRLDistributionPoints', 'authorityInfoAccess'] as const;

export const ocspSigningRevocation: Rule = defineRule({
  id: 'ocsp-signing-revocation',
  kinds: ['certificate', 'tbs'],
  severity: 'notice',
  title: 'the certificate of an OCSP responder says how its own revocation is looked up',
  description:
    'A CA chooses how clients learn that its OCSP responder was revoked: not at all (ocsp-nocheck), or from where ' +
    'cRLDistributionPoints or authorityInfoAccess say. With none of the three the clients choose, and some ask ' +
    'the responder itself.',
  citation: 'RFC 6960, 4.2.2.2.1',
  source: 'RFC 6960',
  effective: '2013-06-01',
  until: null,
  remedy: 'add ocsp-nocheck to a certificate of short life, else say where its CRL is',
  applies: (object) => isEndEntity(object) && hasPurpose(object, 'OCSPSigning'),
  finds: (object) => {
    const known = SAYS.some((name) => extensionOf(object, name) !== null);
    const message = 'nothing says how the revocation of this OCSP responder is looked up';
    return known ? [] : [{ message, where: 'extensions', at: object.tbs }];
  },
});
