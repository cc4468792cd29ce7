import { endsInNumber, hostName } from '@quorate/x509';
import { namesOfForm } from '../../find/alternative-names.ts';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

const AUTHORITY = /^(?:[A-Za-z][A-Za-z0-9+.-]*:)?\/\/([^/?#]*)/;

export const altNameUriHost: Rule = defineRule({
  id: 'alt-name-uri-host',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the host in a URI is a domain name or an address',
  description:
    'A URI that has an authority, what stands between `//` and the next slash, has there a fully qualified ' +
    'domain name or an IP address. Anything else, a wildcard too, matches no host, and name constraints on ' +
    'URIs cannot be applied to it.',
  citation: 'RFC 5280, 4.2.1.6 and 4.2.1.7',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the URI with the whole name of its host',
  applies: (object) => namesOfForm(object, 'uniformResourceIdentifier').some(({ name }) => AUTHORITY.test(name.text)),
  finds: (object) =>
    namesOfForm(object, 'uniformResourceIdentifier').flatMap(({ where, name }) => {
      const authority = AUTHORITY.exec(name.text)?.[1];
      if (authority === undefined || isHost(hostOf(authority))) return [];
      const message = `the host ${quote(hostOf(authority))} is no domain name or address`;
      return [{ message, where, at: name.bytes, actual: quote(name.text) }];
    }),
});

/** Without what names the user, and without the port. */
function hostOf(authority: string): string {
  return authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
}

function isHost(host: string): boolean {
  if (/^\[(?:[0-9A-Fa-f:.]{2,45}|v[0-9A-Fa-f]+\.[^\]]+)\]$/.test(host)) return true;
  if (/^(?:(?:\d{1,2}|1\d\d|2[0-4]\d|25[0-5])(?:\.(?!$)|$)){4}$/.test(host)) return true;
  const name = hostName(host);
  return name?.includes('.') === true && !endsInNumber(name);
}
