import { describe, expect, test } from 'vitest';
import { buildRootTbs, buildTbs, type CertificateProfile, readProfile, readTbs, writeProfile } from '../src/index.ts';
import { deceptiveCharacter, quoted } from '../src/text.ts';
import { keys } from './support/keys.ts';
import { leafProfile, root, rootProfile } from './support/profiles.ts';
import { refusal, refused } from './support/refusal.ts';

const issuer = root(keys.p256);
const subjectOf = (subject: CertificateProfile['subject']) =>
  readTbs(buildRootTbs({ profile: rootProfile(keys.p256, { subject }), publicKey: keys.p256.spki })).subject;
const commonName = (value: string) => subjectOf([{ type: 'commonName', value }]);

describe('characters that nobody sees', () => {
  test.each([
    ['a space that does not break', 'Example\u00a0AG', 'U+00A0'],
    ['a narrow one', 'Example\u202fAG', 'U+202F'],
    ['a Hangul filler', 'Ex\u3164', 'U+3164'],
    ['a Hangul filler of half width', 'Ex\uffa0', 'U+FFA0'],
    ['a Hangul initial that is none', 'a\u115fb', 'U+115F'],
    ['a grapheme joiner', 'a\u034fb', 'U+034F'],
    ['a Khmer vowel that is not seen', 'a\u17b4b', 'U+17B4'],
    ['Braille without dots', 'a\u2800b', 'U+2800'],
    ['a joiner between Latin letters', 'Exa\u200dmple', 'U+200D'],
    ['a non-joiner at the start', '\u200cExample', 'U+200C'],
    ['a joiner behind a mark on a Latin letter', 'e\u0301\u200d', 'U+200D'],
    ['a variation of a Latin letter', 'a\ufe0f', 'U+FE0F'],
    ['a variation of a variation', '葛\u{e0100}\u{e0101}', 'U+E0101'],
  ])('refused: %s', (_case, text, found) => {
    expect(refusal(() => commonName(text))).toMatchObject({ code: 'name-value-invalid', actual: found });
  });

  test.each([
    ['Persian', 'می\u200cخواهم'],
    ['Sinhala', 'ශ්\u200dරී'],
    ['an ideograph in a variant, a wide space', '葛\u{e0100}飾\u3000区'],
    ['a family', '👩\u200d👧'],
    ['a heart on fire', '❤\ufe0f\u200d🔥'],
    ['combining marks, as they were typed', 'Zu\u0308rich'],
  ])('taken where they are needed: %s', (_case, text) => {
    expect(commonName(text).rdns[0]?.[0]?.text).toBe(text);
  });

  test('are escaped in messages, joiners always', () => {
    expect(quoted('a\u3164b\u200d')).toBe('`a\\u{3164}b\\u{200d}`');
    expect(deceptiveCharacter('a b')).toBeNull();
  });
});

describe('the string type of an attribute', () => {
  const tags = (subject: CertificateProfile['subject']) =>
    subjectOf(subject).rdns.map((rdn) => Buffer.from(rdn[0]?.value ?? [])[0]);

  test('is a PrintableString or an IA5String where a name says so and the type has it', () => {
    expect(
      tags([
        { type: 'organizationName', value: 'Example AG', string: 'PrintableString' },
        { type: 'commonName', value: 'Root', string: 'UTF8String' },
        { type: '1.2.840.113549.1.9.2', value: 'host@example', string: 'IA5String' },
        { type: 'countryName', value: 'CH', string: 'PrintableString' },
      ]),
    ).toEqual([0x13, 0x0c, 0x16, 0x13]);
  });

  test('of a country, wherever a company is registered, and of a telephone number is PrintableString', () => {
    const oid = '1.3.6.1.4.1.311.60.2.1.3';
    for (const type of ['jurisdictionCountryName', oid]) expect(tags([{ type, value: 'CH' }])).toEqual([0x13]);
    expect(tags([{ type: '2.5.4.20', value: '+41 44 123 45 67' }])).toEqual([0x13]);
    expect(refused(() => subjectOf([{ type: oid, value: 'ch' }]))).toEqual(['name-value-invalid', 'subject[0].value']);
  });

  test.each([
    [{ type: 'countryName', value: 'CH', string: 'UTF8String' }, 'string'],
    [{ type: 'commonName', value: 'x', string: 'IA5String' }, 'string'],
    [{ type: 'commonName', value: 'x', string: 'BMPString' as 'UTF8String' }, 'string'],
    [{ type: 'emailAddress', value: 'a@b.example', string: 'PrintableString' }, 'string'],
    [{ type: 'commonName', value: 'Zürich', string: 'PrintableString' }, 'value'],
    [{ type: '1.2.3', value: 'Zürich', string: 'IA5String' }, 'value'],
  ] as const)('is no other: %o', (attribute, member) => {
    expect(refused(() => subjectOf([attribute]))).toEqual(['name-value-invalid', `subject[0].${member}`]);
  });

  test('is read from JSON and written again, in directory names too', () => {
    const name = [{ type: 'commonName', value: 'Root', string: 'PrintableString' }];
    const json = {
      ...(writeProfile(rootProfile(keys.p256)) as object),
      subject: name,
      issuerAltName: [{ type: 'directoryName', name }],
    };
    expect(writeProfile(readProfile(json))).toMatchObject({
      subject: name,
      issuerAltName: [{ type: 'directoryName', name }],
    });
    const wrong = { ...json, subject: [{ ...name[0], string: 'T61String' }] };
    expect(refused(() => readProfile(wrong))).toEqual(['profile-malformed', 'subject']);
  });
});

describe('a dNSName', () => {
  const host = (value: string) =>
    buildTbs({
      profile: leafProfile(keys.p256, { subjectAltName: [{ type: 'dNSName', value }] }),
      issuer,
      publicKey: keys.p384.spki,
    });
  test.each(['192.0.2.1', '1.2.3', '2130706433', '*.192.0.2.1', 'a.0x7F'])('is no address: %s', (value) => {
    expect(refused(() => host(value))).toEqual(['alternative-name-invalid', 'subjectAltName[0].value']);
  });
  test.each(['1.example', '3com.example', '127.0.0.1.example', 'a.0xg'])('may have numbers before: %s', (value) => {
    expect(host(value).lint.verdict).toBe('pass');
  });
  test('beyond ASCII is told to be written in A-labels', () => {
    expect(refusal(() => host('zürich.example')).expected).toContain('xn--');
  });
  test('nor are hosts of mail addresses and of constraints', () => {
    const at = (changes: Partial<CertificateProfile>) =>
      refused(() => buildRootTbs({ profile: rootProfile(keys.p256, changes), publicKey: keys.p256.spki }))[1];
    expect(at({ subjectAltName: [{ type: 'rfc822Name', value: 'a@192.0.2.1' }] })).toBe('subjectAltName[0].value');
    const base = { type: 'uniformResourceIdentifier', value: '.0.2.1' } as const;
    expect(at({ nameConstraints: { permitted: [base] } })).toBe('nameConstraints.permitted[0].value');
  });
});
