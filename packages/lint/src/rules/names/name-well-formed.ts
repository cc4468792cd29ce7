import { DerError, Tag } from '@quorate/der';
import { LintError } from '../../error.ts';
import { readerOf } from '../../object/fields.ts';
import type { RawName } from '../../object/raw-name.ts';
import { defineRule, type Rule, type RuleFinding } from '../../rule.ts';

type Fault = Pick<RuleFinding, 'message' | 'at'>;

export const nameWellFormed: Rule = defineRule({
  id: 'name-well-formed',
  kinds: ['certificate', 'tbs', 'csr', 'crl'],
  severity: 'error',
  title: 'issuer and subject are distinguished names',
  description:
    'A name is a SEQUENCE of relative names, each a SET of one or more attributes, each an OID and a value ' +
    'with nothing behind it. Readers that look only for what they know see another name in a field of another ' +
    'form.',
  citation: 'RFC 5280, 4.1.2.4 and 4.1.2.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'encode the name as an X.501 Name',
  applies: () => true,
  finds: (object) => {
    const fields: readonly (readonly [string, () => RawName])[] = [
      ...(object.kind === 'csr' ? [] : [['issuer', () => object.issuer] as const]),
      ...(object.kind === 'crl' ? [] : [['subject', () => object.subject] as const]),
    ];
    return fields.flatMap(([field, read]) => {
      const fault = faultOf(read, field);
      return fault === null ? [] : [{ where: field, ...fault }];
    });
  },
});

/** What is missing is missing in the object, not in the name: then the rule cannot run. */
function faultOf(read: () => RawName, field: string): Fault | null {
  try {
    const name = read();
    if (name.rdns.some((rdn) => rdn.length === 0)) {
      return { message: 'a relative name has no attributes', at: name.bytes };
    }
    return hasExtraFields(name)
      ? { message: 'there is something behind the value of an attribute', at: name.bytes }
      : null;
  } catch (error) {
    if (error instanceof DerError) return { message: `the field is no name: ${error.message}` };
    const ofName = error instanceof LintError && error.field.startsWith(field);
    if (!ofName || (error.field === field && error.code === 'missing')) throw error;
    return { message: `the field is no name: ${error.message}` };
  }
}

function hasExtraFields({ bytes, rdns }: RawName): boolean {
  const reader = readerOf(bytes).sequence();
  return rdns.some(() => {
    const rdn = reader.sequence(Tag.SET);
    return rdn.rest().some((attribute) => rdn.inside(attribute).rest().length !== 2);
  });
}
