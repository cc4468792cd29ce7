import { Tag } from '@quorate/der';
import { findInEntries, hasEntryExtension } from '../../find/crl-entries.ts';
import { entryExtensionOf } from '../../object/crl-extension-value.ts';
import { readerOf } from '../../object/fields.ts';
import { readRawTime } from '../../object/raw-time.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlInvalidityDateForm: Rule = defineRule({
  id: 'crl-invalidity-date-form',
  kinds: ['crl'],
  severity: 'error',
  title: 'invalidityDate is a GeneralizedTime in Zulu, with seconds and without a fraction',
  description:
    'invalidityDate is always a GeneralizedTime, also before 2050, written YYYYMMDDHHMMSSZ. A UTCTime, as the other times ' +
    'of a CRL are, is of another type.',
  citation: 'RFC 5280, 5.3.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the date as a GeneralizedTime in Greenwich time',
  applies: (crl) => hasEntryExtension(crl, 'invalidityDate'),
  finds: (crl) =>
    findInEntries(crl, 'extensions.invalidityDate', (entry) => {
      const extension = entryExtensionOf(entry, 'invalidityDate');
      if (extension === null) return null;
      const { tag, time, text } = readRawTime(readerOf(extension.value).element());
      if (tag === Tag.GENERALIZED_TIME && time !== null) return null;
      const message = 'invalidityDate is not a GeneralizedTime in the form of RFC 5280';
      return { message, at: extension.value, expected: 'YYYYMMDDHHMMSSZ', actual: `\`${text}\`` };
    }),
});
