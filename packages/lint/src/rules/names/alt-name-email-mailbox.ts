import { mailboxOf } from '@quorate/x509';
import { namesOfForm } from '../../find/alternative-names.ts';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** A mailbox at an address in place of a host (RFC 5321, 4.1.3). */
const AT_ADDRESS = /@\[(?:\d{1,3}(?:\.\d{1,3}){3}|IPv6:[0-9a-f:.]{2,45})\]$/i;

export const altNameEmailMailbox: Rule = defineRule({
  id: 'alt-name-email-mailbox',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an rfc822Name is a mailbox',
  description:
    'An rfc822Name is a mailbox as SMTP has it, `local@domain`: without a name before it, a comment behind it, ' +
    'or angle brackets around it.',
  citation: 'RFC 5280, 4.2.1.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the bare address',
  applies: (object) => namesOfForm(object, 'rfc822Name').length > 0,
  finds: (object) =>
    namesOfForm(object, 'rfc822Name')
      .filter(({ name }) => mailboxOf(name.text.replace(AT_ADDRESS, '@host.example')) === null)
      .map(({ where, name }) => ({ message: `${quote(name.text)} is no mailbox`, where, at: name.bytes })),
});
