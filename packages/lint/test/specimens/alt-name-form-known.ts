import { encodeElement } from '@quorate/der';
import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general, hex, name, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(encodeElement(0x89, hex('01'))),
  passes: san(encodeElement(0x88, hex('01'))),
  moreFails: [
    { kind: 'certificate', der: san(encodeElement(0xa2, hex(''))) },
    { kind: 'certificate', der: san(encodeElement(0x84, hex('3000'))) },
    { kind: 'certificate', der: san(encodeElement(0xc2, hex('61'))) },
    { kind: 'certificate', der: san(utf8('x')) },
    { kind: 'tbs', der: ian(encodeElement(0x89, hex('01'))) },
    { kind: 'csr', der: request(encodeElement(0x89, hex('01'))) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(encodeElement(0xa3, hex(''))) },
    { kind: 'certificate', der: san(encodeElement(0xa5, hex(''))) },
    { kind: 'certificate', der: san(general.directory(name())) },
    { kind: 'certificate', der: san(general.ip(1, 2, 3, 4)) },
    { kind: 'tbs', der: ian(encodeElement(0x88, hex('01'))) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.aki()] }) }],
};
