import { traceSignAttestation } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import { parseAttestation } from '../src/index.ts';
import { refusal } from './support/refusal.ts';
import { changed, utf8 } from './support/xml.ts';

const whole = utf8(traceSignAttestation);
const root = '<private_key creation="imported" storage="external">';
const label = /<label>.*<\/label>/;

describe('XML that is refused as such', () => {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  const bomb =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>';
  const cases: readonly (readonly [string, readonly [string | RegExp, string][], string, number])[] = [
    ['a document type', [[root, `<!DOCTYPE private_key>${root}`]], 'doctype', 2],
    ['a document type from elsewhere', [[root, `<!DOCTYPE x SYSTEM "file:///etc/passwd">${root}`]], 'doctype', 2],
    [
      'entities that multiply',
      [
        [root, bomb + root],
        [label, '<label>&c;</label>'],
      ],
      'doctype',
      2,
    ],
    ['an entity that nobody declared', [[label, '<label>&nobody;</label>']], 'not-xml', 4],
    ['a processing instruction', [[root, `<?run it?>${root}`]], 'processing-instruction', 2],
    ['a processing instruction inside', [[label, '<?run it?><label>x</label>']], 'processing-instruction', 4],
    ['a comment', [[root, `<!-- -->${root}`]], 'comment', 2],
    ['a comment inside a text', [[label, '<label>a<!-- b -->c</label>']], 'comment', 4],
    ['a comment at the end', [['</private_key>\n', '</private_key>\n<!-- -->']], 'comment', 71],
    ['a CDATA section', [[label, '<label><![CDATA[x]]></label>']], 'comment', 4],
    ['another encoding', [[declaration, '<?xml version="1.0" encoding="ISO-8859-1"?>']], 'not-xml', 1],
    ['XML 1.1', [[declaration, '<?xml version="1.1" encoding="UTF-8"?>']], 'not-xml', 1],
    ['a second root', [['</private_key>\n', '</private_key><private_key/>\n']], 'not-xml', 70],
    ['text behind the root', [['</private_key>\n', '</private_key>x\n']], 'not-xml', 72],
    ['an attribute twice', [[root, '<private_key creation="imported" creation="generated">']], 'not-xml', 2],
    ['an attribute without quotes', [[root, '<private_key creation=imported>']], 'not-xml', 2],
    ['tags that cross', [[label, '<label><uuid></label></uuid>']], 'not-xml', 4],
    ['a control character', [[label, '<label>\u0001</label>']], 'not-xml', 4],
    ['a control character by its number', [[label, '<label>&#1;</label>']], 'not-xml', 4],
  ];
  for (const [name, changes, cause, line] of cases) {
    test(name, () => {
      const error = refusal(() => parseAttestation(changed(...changes)));
      expect([error.code, error.line, (error.cause as { code: string }).code]).toEqual(['not-xml', line, cause]);
    });
  }

  test('10,000 levels', () => {
    const deep = utf8('<private_key>'.repeat(10_000));
    const error = refusal(() => parseAttestation(deep));
    expect([error.code, (error.cause as { code: string }).code]).toEqual(['not-xml', 'limit-exceeded']);
    const nested = changed([label, `<label>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</label>`]);
    expect(refusal(() => parseAttestation(nested)).code).toBe('not-xml');
  });

  test('bytes that are not UTF-8', () => {
    for (const octets of [[0xff], [0x80], [0xc0, 0xbc]]) {
      const at = traceSignAttestation.indexOf('TESTKEY');
      const bytes = Uint8Array.from([...whole.subarray(0, at), ...octets, ...whole.subarray(at)]);
      const error = refusal(() => parseAttestation(bytes));
      expect([error.code, (error.cause as { offset: number }).offset]).toEqual(['not-utf-8', at]);
    }
    const surrogate = Uint8Array.from([...whole.subarray(0, 60), 0xed, 0xa0, 0x80, ...whole.subarray(60)]);
    expect(refusal(() => parseAttestation(surrogate)).code).toBe('not-utf-8');
    const utf16 = Uint8Array.from(Buffer.from(`\ufeff${traceSignAttestation}`, 'utf16le'));
    expect(refusal(() => parseAttestation(utf16)).code).toBe('not-utf-8');
  });

  test('more than a mebibyte, whatever it is; a mebibyte is read', () => {
    const padded = (octets: number): Uint8Array => utf8(traceSignAttestation.padEnd(octets, '\n'));
    const error = refusal(() => parseAttestation(padded(2 ** 20 + 1)));
    expect([error.code, error.limit]).toEqual(['input-too-large', 2 ** 20]);
    expect(parseAttestation(padded(2 ** 20)).algorithm).toBe('ED');
  });

  test('nothing, white space, another file', () => {
    for (const text of ['', '\n\n', '{}', 'x', '<', '<?xml version="1.0"?>', '\u0000']) {
      expect(refusal(() => parseAttestation(utf8(text))).code).toBe('not-xml');
    }
  });

  test('cut off at every fiftieth byte, and anywhere before the last tag is closed', () => {
    const end = traceSignAttestation.indexOf('</private_key>') + '</private_key>'.length;
    let cuts = 0;
    for (let at = 0; at < end; at += at > end - 60 ? 1 : 50) {
      expect(refusal(() => parseAttestation(whole.subarray(0, at))).code).toBe('not-xml');
      cuts++;
    }
    expect(cuts).toBe(65);
    expect(parseAttestation(whole.subarray(0, end)).algorithm).toBe('ED');
  });
});

describe('XML of another structure is refused, with its place', () => {
  const without = (name: string): Uint8Array => changed([new RegExp(`<${name}[ >][^]*?</${name}>`), '']);
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['another root', changed([root, '<key>'], ['</private_key>', '</key>']), 'structure-invalid key'],
    [
      'an unknown attribute of the root',
      changed([root, `${root.slice(0, -1)} x="1">`]),
      'structure-invalid private_key',
    ],
    ['no creation', changed([root, '<private_key>']), 'structure-invalid private_key'],
    ['another creation', changed([root, '<private_key creation="derived">']), 'structure-invalid private_key'],
    ['an empty storage', changed([' storage="external"', ' storage=""']), 'structure-invalid private_key'],
    ['another storage', changed([' storage="external"', ' storage="internal"']), 'structure-invalid private_key'],
    ['text beside elements', changed([label, 'text<label>x</label>']), 'structure-invalid private_key'],
    ['text alone', utf8('<private_key creation="imported">text</private_key>'), 'structure-invalid private_key'],
    ['nothing inside', utf8('<private_key creation="imported"/>'), 'structure-invalid private_key'],
    ...['label', 'create_time', 'attest_time', 'algorithm', 'algorithm_oid', 'public_key', 'attributes'].map(
      (name) => [`no ${name}`, without(name), 'structure-invalid private_key'] as const,
    ),
    ...[
      'uuid',
      'label',
      'create_time',
      'algorithm',
      'public_key',
      'derivation_value',
      'attributes',
      'policy',
      'surprise',
    ].map(
      (name) =>
        [
          `${name} twice`,
          changed([label, `<label>x</label><${name}/>`], ['<algorithm>', `<${name}/><algorithm>`]),
          'structure-invalid private_key',
        ] as const,
    ),
    [
      'an attribute twice over',
      changed(['<sign>', '<sign>true</sign><sign>']),
      'structure-invalid private_key/attributes',
    ],
    [
      'an attribute of a text',
      changed(['<algorithm>', '<algorithm a="b">']),
      'structure-invalid private_key/algorithm',
    ],
    ['an element in a text', changed([label, '<label><b>x</b></label>']), 'structure-invalid private_key/label'],
    ['an empty label', changed([label, '<label></label>']), 'structure-invalid private_key/label'],
    ['a time with an offset', changed(['18:03:03Z', '20:03:03+02:00']), 'structure-invalid private_key/create_time'],
    ['another time with one', changed(['18:03:04Z', '18:03:04+00:00']), 'structure-invalid private_key/attest_time'],
    [
      'a key size with a zero before it',
      changed(['<public_key>', '<key_size>0256</key_size><public_key>']),
      'structure-invalid private_key/key_size',
    ],
    [
      'a use count beyond what is exact',
      changed(['<algorithm>', '<key_use_count>9999999999999999</key_use_count><algorithm>']),
      'structure-invalid private_key/key_use_count',
    ],
    [
      'a day that is none',
      changed(['2024-08-14T18:03:04Z', '2024-08-32T18:03:04Z']),
      'structure-invalid private_key/attest_time',
    ],
    ['a uuid of another form', changed(['F6474FFA-', 'F6474FFA']), 'structure-invalid private_key/uuid'],
    [
      'an identifier that is none',
      changed(['>1.3.101.112<', '>Ed25519<']),
      'structure-invalid private_key/algorithm_oid',
    ],
    [
      'an identifier with a padded arc',
      changed(['>1.3.101.112<', '>1.3.0101<']),
      'structure-invalid private_key/algorithm_oid',
    ],
    [
      'an empty curve',
      changed(['<public_key>', '<curve_oid/><public_key>']),
      'structure-invalid private_key/curve_oid',
    ],
    [
      'a key size in words',
      changed(['<public_key>', '<key_size>many</key_size><public_key>']),
      'structure-invalid private_key/key_size',
    ],
    [
      'a use count below 0',
      changed(['<algorithm>', '<key_use_count>-1</key_use_count><algorithm>']),
      'structure-invalid private_key/key_use_count',
    ],
    [
      'an empty key',
      changed([/<public_key>.*<\/public_key>/, '<public_key/>']),
      'structure-invalid private_key/public_key',
    ],
    ['a key that is no base64', changed(['YIO0=', 'YIO0']), 'structure-invalid private_key/public_key'],
    [
      'a key over two lines',
      changed(['<public_key>MCow', '<public_key>MCow\n']),
      'structure-invalid private_key/public_key',
    ],
    ['a flag that is neither', changed(['<sign>true', '<sign>1']), 'structure-invalid private_key/attributes/sign'],
    ['a flag in capitals', changed(['<sign>true', '<sign>TRUE']), 'structure-invalid private_key/attributes/sign'],
    [
      'a flag with white space',
      changed(['<sign>true', '<sign> true']),
      'structure-invalid private_key/attributes/sign',
    ],
    ['a flag with an attribute', changed(['<sign>', '<sign a="b">']), 'structure-invalid private_key/attributes/sign'],
    [
      'an attribute of the attributes',
      changed(['<attributes>', '<attributes a="b">']),
      'structure-invalid private_key/attributes',
    ],
    [
      'another attribute of the derivation',
      changed(['type="ADA/', 'kind="ADA/']),
      'structure-invalid private_key/derivation_value',
    ],
    ['an empty derivation', changed([/>44CB49[0-9A-F]*</, '><']), 'structure-invalid private_key/derivation_value'],
  ];
  for (const [name, bytes, expected] of cases) {
    test(name, () => {
      const error = refusal(() => parseAttestation(bytes));
      expect(`${error.code} ${error.path}`).toBe(expected);
      expect(error.line).toBeGreaterThan(0);
      expect(error.message).toContain(error.path);
    });
  }
});
