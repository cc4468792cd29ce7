import { encodeSequence } from '@quorate/der';
import { crl, LEAF_NAME, revoked } from '../make/objects.ts';
import { extension, general, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const other = extension('certificateIssuer', encodeSequence(general.directory(LEAF_NAME)), true);

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ revoked: [revoked(hex('11')), revoked(hex('12')), revoked(hex('11'))] }),
  passes: crl({ revoked: [revoked(hex('11')), revoked(hex('12')), revoked(hex('13'))] }),
  moreFails: [
    {
      kind: 'crl',
      der: crl({ revoked: [revoked(hex('11'), undefined, [other]), revoked(hex('12')), revoked(hex('11'))] }),
    },
  ],
  morePasses: [
    { kind: 'crl', der: crl({ revoked: [revoked(hex('11'))] }) },
    {
      kind: 'crl',
      der: crl({ revoked: [revoked(hex('11')), revoked(hex('12')), revoked(hex('11'), undefined, [other])] }),
    },
  ],
  others: [{ kind: 'crl', der: crl({ revoked: null }) }],
};
