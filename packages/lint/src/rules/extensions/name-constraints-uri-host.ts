import { endsInNumber, hostName } from '@quorate/x509';
import { quote } from '../../find/quote.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { rawSubtrees } from '../../object/raw-subtrees.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const nameConstraintsUriHost: Rule = defineRule({
  id: 'name-constraints-uri-host',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'a name constraint on URIs is a fully qualified domain name',
  description:
    'The constraint applies to the host of a URI. It is a host, or with a leading period a domain; not a URI, an ' +
    'address or a name of a single label.',
  citation: 'RFC 5280, 4.2.1.10',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'write the host, or a period and the domain',
  applies: (object) => extensionOf(object, 'nameConstraints') !== null,
  finds: (object) =>
    rawSubtrees(object)
      .filter(({ base }) => base.form === 'uniformResourceIdentifier' && !isQualified(base.text))
      .map(({ list, bytes, base }) => ({
        message: `the constraint on URIs ${quote(base.text)} is no fully qualified domain name`,
        where: `extensions.nameConstraints.${list}`,
        at: bytes,
        expected: 'host.example.com or .example.com',
      })),
});

function isQualified(text: string): boolean {
  const name = hostName(text.startsWith('.') ? text.slice(1) : text);
  return name?.includes('.') === true && !endsInNumber(name);
}
