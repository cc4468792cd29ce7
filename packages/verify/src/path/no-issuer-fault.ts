import { displayName } from '../display-name.ts';
import type { Fault } from '../fault.ts';
import { fieldPlace } from './check-certificate.ts';
import type { Member } from './member.ts';
import type { Pool } from './pool.ts';

/** Nothing that was given goes on from this certificate. */
export function noIssuerFault(member: Member, pool: Pool): Fault {
  const issuer = displayName(member.certificate.issuer);
  const place = { object: member.object, ...fieldPlace(member, 'issuer') };
  if (member.selfIssued) {
    return {
      id: 'path.not-an-anchor',
      where: 'issuer',
      message: `it names itself as its issuer and is not among the trust anchors`,
      reference: 'RFC 5280 6.1.1 (d)',
      ...place,
      action:
        'if you trust it, for reasons of your own, give it as an anchor; else there is no way to trust what it signed',
    };
  }
  const known = pool.named(member.issuerKey).length > 0;
  return {
    id: 'path.no-issuer',
    where: 'issuer',
    message: known
      ? `the certificates of its issuer ${issuer} lead back into the path and to no anchor`
      : `no certificate and no anchor was given for its issuer ${issuer}`,
    reference: 'RFC 5280 6.1',
    ...place,
    action: known
      ? 'give the anchor, or a certificate of its issuer that an anchor issued'
      : 'give the certificate of the issuer',
  };
}
