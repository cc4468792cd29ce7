import { DerError } from '@quorate/der';
import { namesOf } from '../../find/distinguished-names.ts';
import { readerOf } from '../../object/fields.ts';
import type { RawName } from '../../object/raw-name.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const relativeNameSorted: Rule = defineRule({
  id: 'relative-name-sorted',
  kinds: ['certificate', 'tbs', 'csr', 'crl'],
  severity: 'error',
  title: 'the attributes of one relative name are in the order of DER',
  description:
    'A relative name is a SET, whose elements DER puts in the order of their encodings, none twice. In another ' +
    'order it is another name for readers that compare bytes.',
  citation: 'X.690, 11.6',
  source: 'X.690',
  effective: null,
  until: null,
  remedy: 'sort the attributes by their encodings, or put each in its own relative name',
  applies: (object) => namesOf(object).some(({ name }) => name.rdns.some((rdn) => rdn.length > 1)),
  finds: (object) =>
    namesOf(object).flatMap(({ field, name }) =>
      isSorted(name)
        ? []
        : [{ message: `the ${field} has a relative name that is not sorted`, where: field, at: name.bytes }],
    ),
});

function isSorted({ bytes, rdns }: RawName): boolean {
  const reader = readerOf(bytes).sequence();
  try {
    for (const _ of rdns) reader.setOf();
    return true;
  } catch (error) {
    if (error instanceof DerError && error.code === 'set-not-sorted') return false;
    throw error;
  }
}
