import { entriesOf, findInEntries } from '../../find/crl-entries.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlEntryExtensionsNotEmpty: Rule = defineRule({
  id: 'crl-entry-extensions-not-empty',
  kinds: ['crl'],
  severity: 'error',
  title: 'an entry without extensions leaves the list of them out',
  description:
    'Extensions is a sequence of at least one. An entry with nothing to add has no such field; an empty one is refused ' +
    'by strict readers.',
  citation: 'RFC 5280, 5.1 and 4.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave crlEntryExtensions out',
  applies: (crl) => entriesOf(crl).some(({ extensions }) => extensions !== null),
  finds: (crl) =>
    findInEntries(crl, 'crlEntryExtensions', ({ extensions, bytes }) =>
      extensions?.length === 0 ? { message: 'crlEntryExtensions is there and empty', at: bytes } : null,
    ),
});
