import { csr, extensionRequest } from '../make/objects.ts';
import { requestAttribute, requestOf } from '../make/requests.ts';
import { ext, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const one = (type: string, value: string) => requestAttribute(`1.3.6.1.4.1.99999.${type}`, utf8(value));

export const specimen: Specimen = {
  kind: 'csr',
  fails: requestOf(one('1', 'a'), one('1', 'b')),
  passes: requestOf(one('1', 'a'), one('2', 'b')),
  morePasses: [{ kind: 'csr', der: csr({ attributes: [extensionRequest([ext.ski()]), extensionRequest([])] }) }],
  others: [{ kind: 'csr', der: requestOf() }],
};
