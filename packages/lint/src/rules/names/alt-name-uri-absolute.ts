import { namesOfForm } from '../../find/alternative-names.ts';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** RFC 3986, 3 and 4.3, without a fragment's own rules. What is beyond ASCII is another rule's affair. */
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=\u0080-\u00FF-]|%[0-9A-Fa-f]{2})+$/;

export const altNameUriAbsolute: Rule = defineRule({
  id: 'alt-name-uri-absolute',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'a URI has a scheme and something behind it',
  description:
    'A URI in a certificate is not relative: it begins with a scheme and a colon, has a part that the scheme ' +
    'gives a meaning to, and has the characters of RFC 3986. There is nothing that a relative one could be ' +
    'relative to.',
  citation: 'RFC 5280, 4.2.1.6 and 4.2.1.7',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the whole URI, with its scheme',
  applies: (object) => namesOfForm(object, 'uniformResourceIdentifier').length > 0,
  finds: (object) =>
    namesOfForm(object, 'uniformResourceIdentifier')
      .filter(({ name }) => !ABSOLUTE.test(name.text))
      .map(({ where, name }) => ({ message: `${quote(name.text)} is no absolute URI`, where, at: name.bytes })),
});
