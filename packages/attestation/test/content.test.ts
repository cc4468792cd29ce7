import { describe, expect, test } from 'vitest';
import { parseAttestation } from '../src/index.ts';
import { refusal, refused } from './support/refusal.ts';
import { changed } from './support/xml.ts';

const label = /<label>.*<\/label>/;

describe('a policy that is none is refused, with its place and line', () => {
  const policy = 'private_key/policy';
  const cases: readonly (readonly [string, Uint8Array, string, number])[] = [
    ['an unknown element', changed(['<key_status>', '<surprise/><key_status>']), policy, 26],
    [
      'an unknown element in a group',
      changed(['<quorum>', '<weight>1</weight><quorum>']),
      `${policy}/rule_use/token/group`,
      34,
    ],
    ['a missing rule', changed([/<rule_block>[\s\S]*<\/rule_block>/, '']), policy, 25],
    ['a missing key status', changed([/<key_status>[\s\S]*<\/key_status>/, '']), policy, 25],
    ['a time in words', changed(['<timeout>600', '<timeout>ten']), `${policy}/rule_use/token/timeout`, 32],
    [
      'another type of approver',
      changed(['type="public_key"', 'type="onboarded"']),
      `${policy}/rule_use/token/group/approval`,
      35,
    ],
    [
      'a key that is no base64',
      changed([/(?<=ApproverKey1">)MFYw/, '?']),
      `${policy}/rule_use/token/group/approval`,
      35,
    ],
  ];
  for (const [name, bytes, path, line] of cases) {
    test(name, () => {
      const error = refusal(() => parseAttestation(bytes));
      expect([error.code, error.path, error.line]).toEqual(['policy-invalid', path, line]);
    });
  }

  test('text beside its elements', () => {
    const bytes = changed(['<rule_use>', '<rule_use>x']);
    expect(refused(() => parseAttestation(bytes))).toBe(`structure-invalid ${policy}/rule_use`);
  });

  test('a key that cannot be one', () => {
    const bytes = changed([/(?<=ApproverKey1">)MFYw/, 'MFYx']);
    expect(refused(() => parseAttestation(bytes))).toBe(`policy-invalid ${policy}/rule_use/token/group/approval`);
  });
});

describe('what is not known', () => {
  test('outside the policy it is kept, with its place', () => {
    const bytes = changed(
      ['<algorithm>', '<firmware version="3">3.1</firmware><algorithm>'],
      ['<sign>', '<sam_approved>true</sam_approved><sign>'],
      ['<policy>', '<more><inside/></more><policy>'],
    );
    expect(parseAttestation(bytes).unknown).toEqual([
      { path: 'private_key/firmware', text: '3.1' },
      { path: 'private_key/more', text: '' },
      { path: 'private_key/attributes/sam_approved', text: 'true' },
    ]);
  });
});

describe('texts', () => {
  test('the five predefined entities and characters by number are resolved, once', () => {
    const bytes = changed([label, '<label>&lt;&gt;&amp;&quot;&apos;&#228;&#x1F511;&amp;lt;/x</label>']);
    expect(parseAttestation(bytes).label).toBe('<>&"\'ä🔑&lt;/x');
  });

  test('labels keep slashes and white space', () => {
    for (const text of ["a/44'/0'/0'/0'", ' a ', 'a\tb', '//', 'Schlüssel']) {
      expect(parseAttestation(changed([label, `<label>${text}</label>`])).label).toBe(text);
    }
  });

  test('a key without a policy, flags that are not there, optional elements that are', () => {
    const read = parseAttestation(
      changed(
        [/<policy>[\s\S]*<\/policy>/, ''],
        [/<attributes>[\s\S]*<\/attributes>/, '<attributes/>'],
        [/<derivation_value[\s\S]*<\/derivation_value>/, '<derivation_value>00</derivation_value>'],
        ['<public_key>', '<curve_oid>1.2.840.10045.3.1.7</curve_oid><key_size>256</key_size><public_key>'],
        ['<attributes/>', '<address_truncated format="BTC">1A</address_truncated><attributes/>'],
        ['<algorithm>', '<key_use_count>999999999999999</key_use_count><algorithm>'],
      ),
    );
    expect(read.policy).toBeNull();
    expect(new Set(Object.values(read.attributes))).toEqual(new Set([null]));
    expect(Object.keys(read.attributes).length).toBe(13);
    expect(read.derivation).toEqual({ type: null, value: '00' });
    expect(read.address).toEqual({ format: 'BTC', value: '1A' });
    expect([read.curveOid, read.keySize, read.keyUseCount]).toEqual(['1.2.840.10045.3.1.7', 256, 999_999_999_999_999]);
  });
});
