import { bytesOf, DerReader, sameBytes } from '@quorate/der';
import type { GeneralName } from '@quorate/x509';
import { demandAlternativeNames } from '../name/alternative-name.ts';
import { encodeDistinguishedName } from '../name/distinguished-name.ts';
import type { AlternativeName, DistinguishedName } from '../name/name-types.ts';
import { outside } from './carry-item.ts';

/** As many as a profile can have. */
const MAX_NAMES = 1000;

/**
 * Names of a request as a profile has them, so that writing them gives the same bytes. They are checked as a profile's are.
 *
 * @throws IssueError `request-outside` for names that a profile cannot have: an ORAddress, an EDIPartyName, a directory name
 *   of other string types or with several attributes in one relative name; `alternative-name-invalid`, and the codes of a
 *   distinguished name
 */
export function readForeignNames(names: readonly GeneralName[], member: string): readonly AlternativeName[] {
  if (names.length > MAX_NAMES) outside(member, `at most ${MAX_NAMES} names`, `${names.length}`);
  const read = names.map((name, i) => readForeignName(name, `${member}[${i}]`));
  demandAlternativeNames(read, `csr.${member}`);
  return read;
}

function readForeignName(name: GeneralName, place: string): AlternativeName {
  switch (name.type) {
    case 'directoryName': {
      const attributes: DistinguishedName = name.name.rdns.flatMap((rdn) =>
        rdn.map(({ type, text }) => ({ type, value: text ?? '' })),
      );
      const bytes = encodeDistinguishedName(attributes, `csr.${place}.name`);
      if (!sameBytes(bytes, name.name.bytes)) {
        outside(place, 'a directory name as profiles write it', 'other string types, or attributes grouped otherwise');
      }
      return { type: name.type, name: attributes };
    }
    case 'otherName': {
      const outer = DerReader.of(name.bytes);
      const fields = outer.inside(outer.element());
      const oid = fields.oid();
      return { type: name.type, oid, der: bytesOf(fields.inside(fields.element()).element()) };
    }
    case 'x400Address':
    case 'ediPartyName':
      return outside(place, 'a name of another type', name.type);
    default:
      return name;
  }
}
