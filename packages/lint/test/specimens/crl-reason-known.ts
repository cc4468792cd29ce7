import { crl, revoked } from '../make/objects.ts';
import { ext, extension, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (reason: Uint8Array): Uint8Array => crl({ revoked: [revoked(hex('11'), undefined, [reason])] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(ext.reason(7)),
  passes: list(ext.reason(6)),
  moreFails: [
    { kind: 'crl', der: list(ext.reason(11)) },
    { kind: 'crl', der: list(ext.reason(0x81)) },
    { kind: 'crl', der: list(extension('reasonCode', hex('020101'))) },
    { kind: 'crl', der: list(extension('reasonCode', hex('0a020001'))) },
    { kind: 'crl', der: list(extension('reasonCode', hex('0a00'))) },
  ],
  morePasses: [
    { kind: 'crl', der: list(ext.reason(0)) },
    { kind: 'crl', der: list(ext.reason(10)) },
  ],
  others: [{ kind: 'crl', der: crl({ revoked: [revoked(hex('11'), undefined, null)] }) }],
};
