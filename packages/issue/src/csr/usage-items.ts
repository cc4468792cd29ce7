import type { CertificateExtensions } from '@quorate/x509';
import { purposeName } from '@quorate/x509';
import { purposeOids } from '../extended-key-usage.ts';
import { keyUsageBits } from '../key-usage.ts';
import type { CertificateProfile } from '../profile.ts';
import { boundsOf, type CarryItem, demandAmong, listed, outside, ruleOf, sameValues } from './carry-item.ts';

/** basicConstraints: never more than the profile has, so that no request makes a CA. */
export function basicConstraintsItem(
  { basicConstraints: own, csr }: CertificateProfile,
  { basicConstraints: asked }: CertificateExtensions,
): CarryItem {
  const rule = ruleOf(csr?.basicConstraints);
  const text = (ca: boolean, pathLen: number | null | undefined): string =>
    `${ca ? 'CA:TRUE' : 'CA:FALSE'}${pathLen === null || pathLen === undefined ? '' : `, pathLen ${pathLen}`}`;
  const ownText = own === null ? null : text(own.ca, own.pathLen);
  return {
    name: 'basicConstraints',
    rule,
    asked: asked && text(asked.ca, asked.pathLen),
    own: () => ownText,
    take: () => {
      if (asked === null) return {};
      const askedText = text(asked.ca, asked.pathLen);
      if (rule === 'require' && own !== null) {
        if (askedText !== ownText) outside('basicConstraints', `${ownText}`, askedText);
        return {};
      }
      const most = own?.pathLen ?? Number.POSITIVE_INFINITY;
      const more = asked.ca && (own?.ca !== true || (asked.pathLen ?? Number.POSITIVE_INFINITY) > most);
      if (more) outside('basicConstraints', `not more than the profile has: ${ownText ?? 'none'}`, askedText);
      const { ca, pathLen } = asked;
      return { basicConstraints: pathLen === null ? { ca } : { ca, pathLen } };
    },
  };
}

/** What a request gets only where the profile says so: it makes a signer of certificates or of what revokes them. */
const ISSUERS_USAGES: readonly string[] = ['keyCertSign', 'cRLSign'];

export function keyUsageItem(
  { keyUsage: own, csr }: CertificateProfile,
  { keyUsage }: CertificateExtensions,
): CarryItem {
  const [carry, name] = [csr?.keyUsage, 'keyUsage'];
  const within = boundsOf(carry);
  if (within !== null) keyUsageBits(within, 'csr.keyUsage.within');
  const asked = keyUsage?.usages ?? [];
  const text = (usage: string): string => usage;
  return {
    name,
    rule: ruleOf(carry),
    asked: keyUsage && listed([...asked, ...keyUsage.unknownBits.map((bit) => `bit ${bit}`)], String),
    own: () => own && listed(own, text),
    take: () => {
      const bit = keyUsage?.unknownBits[0];
      if (bit !== undefined) outside(name, 'usages that have a name', `bit ${bit}`);
      if (ruleOf(carry) === 'require' && within === null && own !== null) {
        if (!sameValues(asked, own)) outside(name, listed(own, text), listed(asked, text));
        return {};
      }
      if (within !== null) demandAmong(name, asked, within, text);
      else {
        const held = asked.filter((usage) => ISSUERS_USAGES.includes(usage));
        demandAmong(name, held, own?.filter((usage) => ISSUERS_USAGES.includes(usage)) ?? [], text);
      }
      return { keyUsage: asked };
    },
  };
}

/** anyExtendedKeyUsage, and OCSPSigning, which speaks for the issuer (RFC 6960, 4.2.2.2). */
const ISSUERS_PURPOSES: readonly string[] = ['2.5.29.37.0', '1.3.6.1.5.5.7.3.9'];

export function extendedKeyUsageItem(profile: CertificateProfile, extensions: CertificateExtensions): CarryItem {
  const [carry, name] = [profile.csr?.extendedKeyUsage, 'extendedKeyUsage'];
  const bounds = boundsOf(carry);
  const within = bounds === null ? null : purposeOids(bounds, 'csr.extendedKeyUsage.within');
  const asked = extensions.extendedKeyUsage?.purposes ?? null;
  const own = (): readonly string[] | null =>
    profile.extendedKeyUsage === undefined ? null : purposeOids(profile.extendedKeyUsage, name);
  const text = (oid: string): string => purposeName(oid) ?? oid;
  return {
    name,
    rule: ruleOf(carry),
    asked: asked && listed(asked, text),
    own: () => {
      const oids = own();
      return oids && listed(oids, text);
    },
    take: () => {
      if (asked === null) return {};
      const mine = own();
      if (ruleOf(carry) === 'require' && within === null && mine !== null) {
        if (!sameValues(asked, mine)) outside(name, listed(mine, text), listed(asked, text));
        return {};
      }
      if (within !== null) demandAmong(name, asked, within, text);
      else {
        const held = asked.filter((oid) => ISSUERS_PURPOSES.includes(oid));
        demandAmong(name, held, mine?.filter((oid) => ISSUERS_PURPOSES.includes(oid)) ?? [], text);
      }
      return { extendedKeyUsage: asked };
    },
  };
}
