import { crl, revoked } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ revoked: [revoked(hex('01')), revoked(hex('00'))] }),
  passes: crl({ revoked: [revoked(hex('01')), revoked(hex('0080'))] }),
  moreFails: [{ kind: 'crl', der: crl({ revoked: [revoked(hex('00'))] }) }],
  others: [{ kind: 'crl', der: crl({ revoked: null }) }],
};
