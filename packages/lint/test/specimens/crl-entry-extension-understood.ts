import { encodeSequence } from '@quorate/der';
import { CA_NAME, crl, revoked } from '../make/objects.ts';
import { extension, general, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const issuer = extension('certificateIssuer', encodeSequence(general.directory(CA_NAME)), true);
const list = (critical: boolean): Uint8Array =>
  crl({
    revoked: [
      revoked(hex('12')),
      revoked(hex('11'), undefined, [issuer, extension('1.3.6.1.4.1.99999.1', hex('0500'), critical)]),
    ],
  });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(true),
  passes: list(false),
  others: [{ kind: 'crl', der: crl() }],
};
