import { encodeOid, encodeSequence, encodeSetOf } from '@quorate/der';
import { csr, extensionRequest } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const usage = ext.keyUsage(['digitalSignature']);
const purpose = ext.extKeyUsage(['serverAuth']);
const empty = encodeSequence(encodeOid('1.2.840.113549.1.9.14'), encodeSetOf());

export const specimen: Specimen = {
  kind: 'csr',
  fails: csr({ attributes: [extensionRequest([usage]), extensionRequest([purpose])] }),
  passes: csr({ attributes: [extensionRequest([usage, purpose])] }),
  moreFails: [
    { kind: 'csr', der: csr({ attributes: [extensionRequest([usage], [purpose])] }) },
    { kind: 'csr', der: csr({ attributes: [empty] }) },
  ],
  others: [{ kind: 'csr', der: csr({ extensions: null }) }],
};
