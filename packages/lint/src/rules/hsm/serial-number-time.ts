import { isoTime } from '@quorate/der';
import { defineRule, type Rule } from '../../rule.ts';

/** Parts of a second. */
const UNITS: readonly (readonly [string, bigint])[] = [
  ['seconds', 1n],
  ['milliseconds', 1_000n],
  ['microseconds', 1_000_000n],
  ['nanoseconds', 1_000_000_000n],
];

/** notBefore may be the midnight before, in any time zone. */
const NEAR_SECONDS = 2 * 86_400;

export const serialNumberTime: Rule = defineRule({
  id: 'serial-number-time',
  kinds: ['certificate', 'tbs'],
  severity: 'warning',
  title: 'the serial number is not the time of issue',
  description:
    'Some software for HSMs numbers a certificate by the clock, in milliseconds since 1970. Everybody can guess such a ' +
    'number before it is given, and two certificates of one moment have the same.',
  citation: 'RFC 5280, 4.1.2.2; SKA.md 8.4',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'have the certificate issued with a serial number of random octets',
  applies: ({ serialNumber, notBefore }) => serialNumber.length <= 8 && notBefore.time !== null,
  finds: ({ serialNumber, notBefore }) => {
    const serial = serialNumber.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
    for (const [unit, parts] of UNITS) {
      const seconds = Number(serial / parts);
      if (serial === 0n || Math.abs(seconds - (notBefore.time?.seconds ?? 0)) > NEAR_SECONDS) continue;
      const message = `the serial number is ${isoTime(seconds)} in ${unit} since 1970`;
      return [{ message, where: 'serialNumber', at: serialNumber, expected: 'random octets', actual: String(serial) }];
    }
    return [];
  },
});
