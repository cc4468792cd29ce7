import type { RawGeneralName } from '../object/raw-general-name.ts';

/** Whether a name is a URI from which anyone can fetch: HTTP or LDAP, over TLS or not (RFC 5280, 4.2.1.13 and 4.2.2.1). */
export function isHttpOrLdap({ form, text }: RawGeneralName): boolean {
  return form === 'uniformResourceIdentifier' && /^(?:http|ldap)s?:\/\//i.test(text);
}
