import type { CertificationRequest, RequestAttribute } from '@quorate/x509';
import { at, rangeOf } from './byte-range.ts';
import type { RequestFinding } from './difference.ts';
import { type Check, finding } from './finding.ts';

const CHECK: Check = {
  id: 'csr.attribute',
  where: 'certificationRequestInfo.attributes',
  reference: 'RFC 2986 4.1; RFC 2985 5.4',
  action: 'have the CSR made anew, without that attribute',
};

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
/** The form that Microsoft had before RFC 2985: some CAs honour it as they do the other. */
const MICROSOFT_EXTENSION_REQUEST = '1.3.6.1.4.1.311.2.1.14';
const CHALLENGE_PASSWORD = '1.2.840.113549.1.9.7';

/** The most attributes that are named one by one. */
const MAX_NAMED = 10;

/**
 * Judges the attributes that are not extensionRequest, whose extensions are judged elsewhere. None of them is looked
 * into. One that asks for extensions in Microsoft's form fails: a CA may grant what nobody here saw. All others are
 * warnings, the first ten by type and the rest by their number.
 */
export function checkCsrAttributes({ bytes, attributes }: CertificationRequest): RequestFinding[] {
  const others = attributes.filter(({ type }) => type !== EXTENSION_REQUEST);
  const place = ({ values: [value] }: RequestAttribute): Check =>
    value === undefined ? CHECK : at(CHECK, rangeOf(bytes, value));
  const microsoft = others.find(({ type }) => type === MICROSOFT_EXTENSION_REQUEST);
  const unread = others.filter(({ type }) => type !== MICROSOFT_EXTENSION_REQUEST);
  const findings: RequestFinding[] = [];
  if (microsoft !== undefined) {
    const message = "asks for extensions in a form that is not read, Microsoft's: a CA may grant them unseen";
    findings.push(finding(place(microsoft), 'fail', message, { actual: MICROSOFT_EXTENSION_REQUEST }));
  }
  findings.push(...unread.slice(0, MAX_NAMED).map((each) => finding(place(each), 'warn', attributeText(each.type))));
  const rest = unread.length - MAX_NAMED;
  if (rest > 0) findings.push(finding(CHECK, 'warn', `${rest} further attributes that are not read here`));
  return findings;
}

function attributeText(type: string): string {
  if (type !== CHALLENGE_PASSWORD) return `an attribute that is not read here: ${type}`;
  return 'a challengePassword: a secret, which everybody who has the CSR can read';
}
