import { ext } from '../make/values.ts';
import { caWith, leafWith, leafWithout } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const both = (usages: string[], purposes: string[]) => leafWith([ext.keyUsage(usages), ext.extKeyUsage(purposes)]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: both(['cRLSign'], ['serverAuth']),
  passes: both(['digitalSignature'], ['serverAuth']),
  moreFails: [
    { kind: 'certificate', der: both(['keyEncipherment'], ['clientAuth', 'codeSigning']) },
    { kind: 'certificate', der: both(['nonRepudiation'], ['clientAuth']) },
    { kind: 'certificate', der: both(['keyEncipherment'], ['timeStamping', 'OCSPSigning']) },
    { kind: 'certificate', der: both(['dataEncipherment'], ['emailProtection']) },
  ],
  morePasses: [
    { kind: 'certificate', der: both(['keyEncipherment'], ['clientAuth', 'serverAuth']) },
    { kind: 'certificate', der: both(['nonRepudiation'], ['timeStamping']) },
    { kind: 'certificate', der: both(['nonRepudiation'], ['emailProtection']) },
    { kind: 'certificate', der: both(['cRLSign'], ['anyExtendedKeyUsage']) },
    { kind: 'certificate', der: both(['cRLSign'], ['clientAuth', '1.3.6.1.4.1.99999.7']) },
  ],
  others: [
    { kind: 'certificate', der: leafWithout('2.5.29.15') },
    { kind: 'certificate', der: leafWithout('2.5.29.37') },
    { kind: 'certificate', der: caWith([ext.extKeyUsage(['serverAuth'])]) },
  ],
};
