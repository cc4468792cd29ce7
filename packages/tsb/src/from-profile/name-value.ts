import { excerpt, isTreacherous } from '@quorate/syntax';
import { TsbError } from '../error.ts';

/** What has a meaning of its own in the text of a distinguished name (RFC 4514, 2.4; RFC 2253, 4). */
const SPECIAL = /[,+"\\<>;=]/;
/** At the start a number sign announces hexadecimal digits; spaces at either end are lost. */
const AT_THE_ENDS = /^[# ]| $/;

/**
 * Refuses a value that would change the name that it is put into: servers join `CN=`, the value, a comma, `OU=` and so on
 * without escaping (SKA.md 3.3), so that the value `x, O=Bank` becomes two attributes. Characters that cannot be seen or
 * turn the direction of text are refused too. Nothing is escaped here, since a server that does escape would do it twice.
 *
 * @throws TsbError `name-value-unsafe`
 */
export function demandNameValue(text: string, path: string): void {
  const expected =
    'text without any of `, + " \\ < > ; =`, `#` or a space at its ends, or characters that are not seen';
  const unsafe = text === '' || SPECIAL.test(text) || AT_THE_ENDS.test(text) || isTreacherous(text);
  if (unsafe) throw new TsbError('name-value-unsafe', { path, expected, actual: `\`${excerpt(text, 60)}\`` });
}
