import { nameText } from '@quorate/x509';
import { defineRule, type Rule } from '../../rule.ts';

export const serialNumberHashOfSubject: Rule = defineRule({
  id: 'serial-number-hash-of-subject',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the serial number is not a hash of the subject',
  description:
    'Some HSM services number a certificate by the 32-bit Java hash of the text of its subject. Two certificates for one ' +
    'subject then have one serial number: a revocation list cannot tell them apart, and such a pair has been seen.',
  citation: 'RFC 5280, 4.1.2.2; SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'have the certificate issued again with a serial number chosen by the CA',
  applies: ({ serialNumber }) => serialNumber.length <= 5,
  finds: ({ serialNumber, subject }) => {
    const serial = BigInt.asUintN(
      32,
      serialNumber.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n),
    );
    const text = nameText(subject);
    const spellings = [text, text.replaceAll(',', ', ')];
    const hash = spellings.find((spelling) => serial !== 0n && matches(serial, javaHash(spelling)));
    if (hash === undefined) return [];
    const message = `the serial number is the Java hash of \`${hash}\``;
    return [{ message, where: 'serialNumber', at: serialNumber, expected: 'a number that the CA has not used before' }];
  },
});

/** The hash as it is, negated or with its sign masked: what a service does with a negative one is not known. */
function matches(serial: bigint, hash: bigint): boolean {
  const low = serial & 0x7fff_ffffn;
  return serial === hash || serial === BigInt.asUintN(32, -hash) || (serial === low && low === (hash & 0x7fff_ffffn));
}

/** `java.lang.String.hashCode` modulo 2^32: over UTF-16 code units. */
function javaHash(text: string): bigint {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0;
  return BigInt(hash);
}
