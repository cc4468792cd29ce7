import { encodeOid, encodeSequence, encodeSetOf } from '@quorate/der';
import { certificate, csr, tbs } from '../make/objects.ts';
import { name, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const named = (type: string) => encodeSequence(encodeSetOf(encodeSequence(encodeOid(type), utf8('x'.repeat(32769)))));

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['GN', 'x'.repeat(32769)]) }),
  passes: certificate({ subject: name(['GN', 'x'.repeat(32768)]) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: name(['CN', 'x'], ['SN', 'x'.repeat(32769)]) }) },
    { kind: 'tbs', der: tbs({ subject: named('2.5.4.41') }) },
    { kind: 'tbs', der: tbs({ subject: named('2.5.4.43') }) },
    { kind: 'tbs', der: tbs({ subject: named('2.5.4.44') }) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
