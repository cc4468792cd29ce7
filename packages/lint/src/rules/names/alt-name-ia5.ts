import { namesOfForm } from '../../find/alternative-names.ts';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

const FORMS = ['dNSName', 'rfc822Name', 'uniformResourceIdentifier'] as const;

export const altNameIa5: Rule = defineRule({
  id: 'alt-name-ia5',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'dNSName, rfc822Name and URI are ASCII',
  description:
    'The three forms are IA5Strings. Names beyond ASCII have their own forms in it: A-labels for domains, ' +
    'percent encoding for URIs, SmtpUTF8Mailbox for mailboxes.',
  citation: 'RFC 5280, 4.2.1.6, 4.2.1.7 and 7',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write domains as A-labels, URIs with percent encoding, mailboxes as SmtpUTF8Mailbox',
  applies: (object) => namesOfForm(object, ...FORMS).length > 0,
  finds: (object) =>
    namesOfForm(object, ...FORMS)
      .filter(({ name }) => name.content.some((octet) => octet >= 0x80))
      .map(({ where, name }) => ({ message: `${name.form} ${quote(name.text)} is not ASCII`, where, at: name.bytes })),
});
