import { type BuiltTbs, buildTbs, type TbsRequest } from './build-tbs.ts';

/** The TBSCertificate that a certificate should have had, to judge it by. */
export interface ExpectedTbs extends BuiltTbs {
  /** What the profile left to whoever issued it, and stands in the TBS as it does in the certificate. */
  readonly taken: readonly 'serialNumber'[];
}

/**
 * The TBSCertificate that a profile asks for, of a certificate that came back: `buildTbs`, and where the profile leaves the
 * serial number to chance and its random bytes are not known, with the number that the certificate was given.
 * `checkReturnedAgainstTbs` of `@quorate/verify` then judges the certificate. With a manifest all is known, and this is not
 * needed.
 *
 * A number that no certificate may have (not positive, or of more than 20 octets) is not taken: 1 stands in its place.
 *
 * @param serialNumber of the certificate: content octets of the INTEGER, two's complement
 * @throws IssueError the codes of `buildTbs`
 * @throws TypeError when neither key nor request is given
 */
export function expectedTbs(request: TbsRequest, serialNumber: Uint8Array): ExpectedTbs {
  const { profile, randomBytes } = request;
  if (profile.serialNumber !== 'random' || randomBytes !== undefined) return { ...buildTbs(request), taken: [] };
  const given = { ...profile, serialNumber: isPossible(serialNumber) ? serialNumber : 1n };
  return { ...buildTbs({ ...request, profile: given }), taken: ['serialNumber'] };
}

const MOST_OCTETS = 20;

function isPossible(octets: Uint8Array): boolean {
  const [first] = octets;
  return first !== undefined && first < 0x80 && octets.length <= MOST_OCTETS && octets.some((octet) => octet !== 0);
}
