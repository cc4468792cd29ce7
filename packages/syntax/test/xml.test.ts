import { traceModifyAttestation, traceSignAttestation } from '@quorate/vectors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  childrenOf,
  convertText,
  onlyAttributes,
  onlyChildren,
  optionalChild,
  parseXml,
  requiredChild,
  textOf,
  type XmlElement,
  XmlError,
} from '../src/index.ts';
import { refusal } from './refusal.ts';

describe('the real attestations', () => {
  it('are read, names, order, attributes and text', () => {
    const root = parseXml(traceModifyAttestation);
    expect([root.name, root.path, root.text]).toEqual(['private_key', 'private_key', '']);
    expect(root.attributes).toEqual(new Map([['creation', 'generated']]));
    expect(root.children.map((it) => it.name)).toEqual([
      ...['label', 'create_time', 'attest_time', 'key_use_count', 'algorithm', 'algorithm_oid', 'public_key'],
      ...['derivation_value', 'attributes', 'policy'],
    ]);
    expect(textOf(requiredChild(root, 'algorithm_oid'))).toBe('1.3.101.112');
  });

  it('have their references resolved', () => {
    const label = textOf(requiredChild(parseXml(traceSignAttestation), 'label'));
    expect(label).toBe("TESTKEY2024-08-14_20-02-48.72168016257020/44'/0'/0'/0'");
  });

  it('have as public key of the key one element, not one per approver', () => {
    const root = parseXml(traceModifyAttestation);
    expect(childrenOf(root, 'public_key')).toHaveLength(1);
    expect(traceModifyAttestation.match(/public_key/g)?.length).toBeGreaterThan(2);
  });
});

/** A tree of elements with text at its leaves, and its XML. */
interface Tree {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly inside: string | readonly Tree[];
}
const name = fc.constantFrom('a', 'b', '_x', 'é', 'a-b', 'a.b', '__proto__', 'constructor', 'a:b');
const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc
    .array(fc.constantFrom('<', '&', '>', '"', "'", ']]>', '\t', '\n', '\r', 'é', '\u{1f600}', ' ', '\u0085'))
    .map((it) => it.join('')),
);
const attributes = fc.uniqueArray(fc.tuple(name, text), { maxLength: 3, selector: ([it]) => it });
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name,
    attributes,
    inside: fc.oneof({ depthSize: 'small', maxDepth: 6 }, text, fc.array(tie('tree'), { minLength: 1, maxLength: 4 })),
  }),
}));
const escaped = (it: string): string =>
  it.replace(/[<&>"'\t\n\r\u0085]/g, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);
const write = (it: Tree, blank: string): string => {
  const list = it.attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  const inside =
    typeof it.inside === 'string'
      ? escaped(it.inside)
      : it.inside.map((one) => blank + write(one, blank)).join('') + blank;
  return `<${it.name}${list}>${inside}</${it.name}>`;
};
const bare = (it: XmlElement): Tree => ({
  name: it.name,
  attributes: [...it.attributes],
  inside: it.children.length > 0 ? it.children.map(bare) : it.text,
});

describe('a tree', () => {
  it('is read as it was written, with blanks between its elements', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('', '\n', ' \t\r\n'), (it, blank) => {
        expect(
          bare(parseXml(`${blank.includes('\r') ? '<?xml version="1.0"?>' : ''}${write(it, blank)}${blank}`)),
        ).toEqual(it);
      }),
    );
  });

  it('has paths that count equal names', () => {
    const root = parseXml('<a>\n<b/><c/><b><d/></b></a>');
    expect(root.children.map((it) => [it.path, it.line])).toEqual([
      ['a/b', 2],
      ['a/c', 2],
      ['a/b[2]', 2],
    ]);
    expect(root.children[2]?.children[0]?.path).toBe('a/b[2]/d');
  });

  it('spoilt by a few characters, ends in nothing but an XmlError', () => {
    const edit = fc.record({
      at: fc.nat(),
      by: fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom('<', '>', '&', '</', '<!', '<?', '/>')),
      drop: fc.nat(3),
    });
    let taken = 0;
    fc.assert(
      fc.property(tree, fc.array(edit, { minLength: 1, maxLength: 3 }), (it, edits) => {
        let spoilt = write(it, '');
        for (const { at, by, drop } of edits) {
          const i = at % (spoilt.length + 1);
          spoilt = spoilt.slice(0, i) + by + spoilt.slice(i + drop);
        }
        try {
          parseXml(spoilt);
          taken++;
        } catch (error) {
          if (!(error instanceof XmlError)) throw error;
          expect(error.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(taken).toBeGreaterThan(100);
    expect(taken).toBeLessThan(9_900);
  });
});

describe('refused', () => {
  const lol = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>';
  it.each([
    ['nothing', '', 'not-xml'],
    ['blanks', ' \n', 'not-xml'],
    ['text', 'hello', 'not-xml'],
    ['JSON', '{"a":1}', 'not-xml'],
    ['an open element', '<a>', 'not-xml'],
    ['elements that cross', '<a><b></a></b>', 'not-xml'],
    ['another end', '<a></b>', 'not-xml'],
    ['two roots', '<a/><b/>', 'not-xml'],
    ['text behind the root', '<a/>x', 'not-xml'],
    ['text before the root', 'x<a/>', 'not-xml'],
    ['an attribute twice', '<a b="1" b="2"/>', 'not-xml'],
    ['an attribute without quotes', '<a b=1/>', 'not-xml'],
    ['an attribute without a value', '<a b/>', 'not-xml'],
    ['a < in an attribute', '<a b="<"/>', 'not-xml'],
    ['a bare ampersand', '<a>a & b</a>', 'not-xml'],
    ['an unknown entity', '<a>&nbsp;</a>', 'not-xml'],
    ['an entity of a name that objects have', '<a>&constructor;</a>', 'not-xml'],
    ['a reference to zero', '<a>&#0;</a>', 'not-xml'],
    ['a reference to half a character', '<a>&#xD800;</a>', 'not-xml'],
    ['a reference beyond the last character', '<a>&#x110000;</a>', 'not-xml'],
    ['a control character', '<a>\u0001</a>', 'not-xml'],
    ['half a character', '<a>\ud800</a>', 'not-xml'],
    ['an end of CDATA in text', '<a>]]></a>', 'not-xml'],
    ['a name that begins with a digit', '<1/>', 'not-xml'],
    ['a declaration not at the start', ' <?xml version="1.0"?><a/>', 'not-xml'],
    ['version 1.1', '<?xml version="1.1"?><a/>', 'not-xml'],
    ['version 2.0', '<?xml version="2.0"?><a/>', 'not-xml'],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'not-xml'],
    ['another encoding, in UTF-16', '<?xml version="1.0" encoding="UTF-16"?><a/>', 'not-xml'],
    ['a document type', '<!DOCTYPE a><a/>', 'doctype'],
    ['a document type from outside', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'doctype'],
    ['entities that grow', lol, 'doctype'],
    ['an entity from outside', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'doctype'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x "y"> %x;]><a/>', 'doctype'],
    ['a processing instruction', '<a><?php echo 1 ?></a>', 'processing-instruction'],
    ['a style sheet', '<?xml-stylesheet href="x"?><a/>', 'processing-instruction'],
    ['an instruction behind the root', '<a/><?x?>', 'processing-instruction'],
    ['a comment', '<a>1<!-- 2 -->3</a>', 'comment'],
    ['a comment before the root', '<!-- x --><a/>', 'comment'],
    ['a comment behind the root', '<a/><!-- x -->', 'comment'],
    ['a CDATA section', '<a><![CDATA[x]]></a>', 'comment'],
    ['text beside an element', '<a>x<b/></a>', 'mixed-content'],
    ['text behind an element', '<a><b/>x</a>', 'mixed-content'],
    ['a space that does not break, beside an element', '<a><b/>\u00a0</a>', 'mixed-content'],
    ['a reference beside an element', '<a><b/>&#x41;</a>', 'mixed-content'],
  ])('%s', (_, it, code) => {
    expect(refusal(XmlError, () => parseXml(it)).code).toBe(code);
  });

  it('nesting beyond 16 levels, of 20,000 as of 17', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parseXml(nested(16)).name).toBe('a');
    for (const depth of [17, 20_000]) {
      expect(refusal(XmlError, () => parseXml(nested(depth)))).toMatchObject({ code: 'limit-exceeded', limit: 16 });
    }
  });

  it('more elements and characters than the limits', () => {
    const elements = (count: number): string => `<a>${'<b/>'.repeat(count - 1)}</a>`;
    expect(parseXml(elements(100_000)).children).toHaveLength(99_999);
    expect(refusal(XmlError, () => parseXml(elements(100_001)))).toMatchObject({
      code: 'limit-exceeded',
      limit: 100_000,
    });
    const text = (count: number): string => `<a>${' '.repeat(count - 7)}</a>`;
    expect(parseXml(text(4 * 1024 * 1024)).name).toBe('a');
    expect(refusal(XmlError, () => parseXml(text(4 * 1024 * 1024 + 1))).code).toBe('limit-exceeded');
  });

  it('at the line where it is seen', () => {
    expect(refusal(XmlError, () => parseXml('<a>\n<b>\n<!-- x --></b></a>')).line).toBe(3);
    expect(refusal(XmlError, () => parseXml('<a>\r\n<b>\r\n&x;</b></a>')).line).toBe(3);
  });

  it('in one line, whatever the text holds', () => {
    const root = parseXml(`<a><b x="1">${'\n\u202e'.repeat(500)}</b></a>`);
    const [b] = root.children as [XmlElement];
    const { message } = refusal(XmlError, () => convertText(b, () => null, 'a number'));
    expect(message.length).toBeLessThan(1000);
    expect(message).not.toMatch(/[\n\u202e]/);
  });
});

describe('structure', () => {
  const root = parseXml('<a x="1" y="2"><b>t</b><c/><d/><d/></a>');
  const [b, c] = root.children as [XmlElement, XmlElement];

  it('names what is missing, what is too much, and where', () => {
    onlyChildren(root, ['b', 'c', 'e'], ['d']);
    expect(refusal(XmlError, () => onlyChildren(root, ['b', 'c', 'd']))).toMatchObject({
      code: 'unexpected-element',
      path: 'a',
      actual: 'd',
    });
    expect(refusal(XmlError, () => onlyChildren(root, ['b'], ['d']))).toMatchObject({ actual: 'c' });
    expect(refusal(XmlError, () => onlyChildren(b, []))).toMatchObject({ path: 'a/b', actual: 'text' });
    onlyChildren(c, []);
    onlyAttributes(root, ['x', 'y', 'z']);
    expect(refusal(XmlError, () => onlyAttributes(root, ['x']))).toMatchObject({ path: 'a', actual: '@y' });
    expect(refusal(XmlError, () => requiredChild(root, 'e'))).toMatchObject({
      code: 'element-missing',
      expected: '`e`',
    });
    expect(refusal(XmlError, () => requiredChild(root, 'd'))).toMatchObject({
      code: 'unexpected-element',
      actual: 'd',
    });
    expect(refusal(XmlError, () => optionalChild(root, 'd')).code).toBe('unexpected-element');
    expect(optionalChild(root, 'e')).toBeNull();
    expect(optionalChild(root, 'b')).toBe(b);
    expect(childrenOf(root, 'd')).toHaveLength(2);
  });

  it('gives text of leaves only, converted or refused', () => {
    expect([textOf(b), textOf(c)]).toEqual(['t', '']);
    expect(refusal(XmlError, () => textOf(root))).toMatchObject({ code: 'unexpected-element', actual: 'b' });
    expect(convertText(b, (it) => it.length, 'a letter')).toBe(1);
    expect(convertText(c, () => false, 'nothing')).toBe(false);
    const error = refusal(XmlError, () => convertText(b, () => null, 'a number'));
    expect(error).toMatchObject({ code: 'value-invalid', path: 'a/b', expected: 'a number', actual: 't' });
    expect(error.message).toBe('value invalid at line 1 in `a/b`, expected a number, found `t`');
  });
});
