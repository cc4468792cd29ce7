import { mappings } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { extension, hex } from '../make/values.ts';
import { caWith, leafWith, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const inhibit = extension('inhibitAnyPolicy', hex('020100'), true);
const constrain = extension('policyConstraints', hex('3003800100'), true);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([inhibit]),
  passes: caWith([inhibit]),
  moreFails: [
    { kind: 'certificate', der: leafWith([constrain]) },
    { kind: 'certificate', der: leafWith([mappings([['1.3.6.1.4.1.99999.1', '1.3.6.1.4.1.99999.2']])]) },
    { kind: 'csr', der: requestWith([inhibit]) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
