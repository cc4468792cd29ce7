import { requestAttribute, requestOf } from '../make/requests.ts';
import { utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const a = requestAttribute('1.3.6.1.4.1.99999.1', utf8('a'));
const b = requestAttribute('1.3.6.1.4.1.99999.2', utf8('b'));

export const specimen: Specimen = {
  kind: 'csr',
  fails: requestOf(b, a),
  passes: requestOf(a, b),
  moreFails: [{ kind: 'csr', der: requestOf(requestAttribute('1.3.6.1.4.1.99999.1', utf8('b'), utf8('a'))) }],
  morePasses: [
    { kind: 'csr', der: requestOf(requestAttribute('1.3.6.1.4.1.99999.1', utf8('a'), utf8('b'))) },
    { kind: 'csr', der: requestOf(a, a) },
  ],
  others: [{ kind: 'csr', der: requestOf() }],
};
