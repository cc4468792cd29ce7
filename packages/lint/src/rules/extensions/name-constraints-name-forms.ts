import { extensionOf } from '../../object/extension-value.ts';
import { rawSubtrees } from '../../object/raw-subtrees.ts';
import { defineRule, type Rule } from '../../rule.ts';

const UNUSED: ReadonlySet<string> = new Set(['x400Address', 'ediPartyName', 'registeredID']);

export const nameConstraintsNameForms: Rule = defineRule({
  id: 'name-constraints-name-forms',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'name constraints are not about x400Address, ediPartyName or registeredID',
  description:
    'What a constraint on these forms means is nowhere defined, or implemented by nobody. A CA should not impose ' +
    'one: readers must refuse certificates with such a name, or let it pass unchecked.',
  citation: 'RFC 5280, 4.2.1.10',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'constrain directory names, host names, mail addresses, URIs or IP addresses',
  applies: (object) => extensionOf(object, 'nameConstraints') !== null,
  finds: (object) =>
    rawSubtrees(object)
      .filter(({ base }) => base.form !== null && UNUSED.has(base.form))
      .map(({ list, bytes, base }) => ({
        message: `a name constraint is about ${base.form}`,
        where: `extensions.nameConstraints.${list}`,
        at: bytes,
      })),
});
