import { quote } from '../../find/quote.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { rawSubtrees } from '../../object/raw-subtrees.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const nameConstraintsDnsForm: Rule = defineRule({
  id: 'name-constraints-dns-form',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'a name constraint on host names has no leading period and no wildcard',
  description:
    'A constraint on host names covers the name itself and all names below it: `example.org` is enough. A leading ' +
    'period, which belongs to constraints on URIs and mail hosts, some readers refuse, some ignore, and some take ' +
    'to exclude the name itself.',
  citation: 'RFC 5280, 4.2.1.10',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'write the domain name alone',
  applies: (object) => extensionOf(object, 'nameConstraints') !== null,
  finds: (object) =>
    rawSubtrees(object)
      .filter(({ base }) => base.form === 'dNSName' && /^\.|\*/.test(base.text))
      .map(({ list, bytes, base }) => ({
        message: `the constraint on host names ${quote(base.text)} starts with a period or has a wildcard`,
        where: `extensions.nameConstraints.${list}`,
        at: bytes,
      })),
});
