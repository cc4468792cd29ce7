import { flatAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

const COMMON_NAME = '2.5.4.3';

export const issuerCommonNameOnly: Rule = defineRule({
  id: 'issuer-common-name-only',
  kinds: ['certificate', 'tbs'],
  severity: 'notice',
  title: 'the name of a CA has more than a common name',
  description:
    'HSM services take the name of a key for the name of the CA, as CN=CA-Key: others have such a key too. A distinguished ' +
    'name of a CA stands for one CA alone, so it says at least whose CA it is.',
  citation: 'RFC 5280, 4.1.2.4; SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'give the CA a name with country and organization when it is made',
  applies: ({ issuer }) => issuer.rdns.some((rdn) => rdn.length > 0),
  finds: ({ issuer }) => {
    if (flatAttributes(issuer).some(({ type }) => type !== COMMON_NAME)) return [];
    return [{ message: 'the issuer has nothing but a common name', where: 'issuer', at: issuer.bytes }];
  },
});
