import { encodeOctetString } from '@quorate/der';
import { rsaSpki } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: rsaSpki(2048, 65537, null) }),
  passes: certificate({ spki: rsaSpki(2048) }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: rsaSpki(2048, 65537, encodeOctetString(hex(''))) }) },
    { kind: 'tbs', der: tbs({ spki: rsaSpki(2048, 65537, null) }) },
  ],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: certificate({ spki: rsaSpki(2048, 65537, null, '1.2.840.113549.1.1.10') }) },
  ],
};
