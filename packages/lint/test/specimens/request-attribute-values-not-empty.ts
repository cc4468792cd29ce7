import { requestAttribute, requestOf } from '../make/requests.ts';
import { utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'csr',
  fails: requestOf(requestAttribute('1.3.6.1.4.1.99999.1')),
  passes: requestOf(requestAttribute('1.3.6.1.4.1.99999.1', utf8('a'))),
  others: [{ kind: 'csr', der: requestOf() }],
};
