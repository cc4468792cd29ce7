import { requestAttribute, requestOf } from '../make/requests.ts';
import { utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'csr',
  fails: requestOf(requestAttribute('1.2.840.113549.1.9.7', utf8('secret'))),
  passes: requestOf(requestAttribute('1.2.840.113549.1.9.2', utf8('secret'))),
  others: [{ kind: 'csr', der: requestOf() }],
};
