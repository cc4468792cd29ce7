import { DerError, DerReader, encodeElement, encodeSequence, isConstructed, Tag, walkDer } from '@quorate/der';
import { issuedCertificate } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import { hex, join, only, outcome, walked } from './support.ts';

const zeros = (count: number): string => '00'.repeat(count);

describe('lengths (X.690, 8.1.3, 10.1)', () => {
  test.each([
    ['0 in one octet', '04 00', 'accepted'],
    ['127 in one octet', `04 7f ${zeros(127)}`, 'accepted'],
    ['127 in two octets', `04 81 7f ${zeros(127)}`, 'length-not-minimal@1'],
    ['0 in two octets', '04 81 00', 'length-not-minimal@1'],
    ['128 in two octets', `04 81 80 ${zeros(128)}`, 'accepted'],
    ['255 in two octets', `04 81 ff ${zeros(255)}`, 'accepted'],
    ['255 in three octets', `04 82 00 ff ${zeros(255)}`, 'length-not-minimal@1'],
    ['256 in three octets', `04 82 01 00 ${zeros(256)}`, 'accepted'],
    ['65,535 in four octets', `04 83 00 ff ff ${zeros(65535)}`, 'length-not-minimal@1'],
    ['65,536 in four octets', `04 83 01 00 00 ${zeros(65536)}`, 'accepted'],
    ['65,536 in five octets', `04 84 00 01 00 00 ${zeros(65536)}`, 'length-not-minimal@1'],
    ['2^32 - 1 in five octets, not there', '04 84 ff ff ff ff 00', 'truncated@7'],
    ['1 in six octets', '04 85 00 00 00 00 01 00', 'length-too-large@1'],
    ['2^32 in six octets', '04 85 01 00 00 00 00 00', 'length-too-large@1'],
    ['126 octets of length', `04 fe ${zeros(126)}`, 'length-too-large@1'],
    ['indefinite, primitive', '04 80 00 00', 'length-indefinite@1'],
    ['indefinite, constructed', '30 80 00 00', 'length-indefinite@1'],
    ['the reserved octet', `04 ff ${zeros(127)}`, 'length-indefinite@1'],
    ['missing', '04', 'truncated@1'],
    ['missing its second octet', '04 82 01', 'truncated@3'],
    ['one more than there is', '04 02 00', 'truncated@3'],
    ['past its parent by one, bytes behind', '30 03 04 02 00 05 00', 'truncated@5'],
    ['past its parent, long form cut by the parent', '30 02 04 82 01 00', 'truncated@4'],
    ['length octets cut by the parent, padded behind it', '30 03 04 82 00 01', 'truncated@5'],
    ['a header cut by the parent', '30 01 04 00', 'truncated@3'],
    ['nothing at all', '', 'truncated@0'],
  ])('%s', (_, bytes, expected) => {
    expect(walked(bytes)).toBe(expected);
    if (bytes !== '') expect(outcome(() => deepRead(DerReader.of(hex(bytes))))).toBe(expected);
  });

  test('a 16 MiB element has a four-octet length', () => {
    const content = new Uint8Array(2 ** 24 - 16);
    expect(walkDer(encodeElement(Tag.OCTET_STRING, content))).toBeUndefined();
    expect([...encodeElement(Tag.OCTET_STRING, content).subarray(0, 6)]).toEqual([4, 0x83, 0xff, 0xff, 0xf0, 0]);
  });
});

function deepRead(reader: DerReader): void {
  while (reader.peek() !== null) {
    const element = reader.element();
    if (isConstructed(element.tag)) deepRead(reader.inside(element));
  }
}

describe('tags (X.690, 8.1.2)', () => {
  test.each([
    ['30 in the short form', '9e 00', 0x9e],
    ['31 in the long form', '9f 1f 00', 0x9f001f],
    ['127', '9f 7f 00', 0x9f007f],
    ['128', '9f 81 00 00', 0x9f0080],
    ['16,383', '9f ff 7f 00', 0x9f3fff],
    ['16,383 private constructed', 'ff ff 7f 00', 0xff3fff],
    ['31 universal', '1f 1f 00', 0x1f001f],
  ])('%s is read and written', (_, bytes, tag) => {
    expect(walked(bytes)).toBe('accepted');
    expect(only(hex(bytes)).tag).toBe(tag);
    expect(encodeElement(tag)).toEqual(hex(bytes));
  });

  test.each([
    ['30 in the long form', '9f 1e 00', 'tag-not-minimal@1'],
    ['0 in the long form', '9f 00 00', 'tag-not-minimal@1'],
    ['a padded 31', '9f 80 1f 00', 'tag-not-minimal@1'],
    ['16,384', '9f 81 80 00 00', 'tag-too-large@3'],
    ['an endless tag', `9f ${'ff'.repeat(1000)}`, 'tag-too-large@3'],
    ['a tag cut after its first octet', '9f', 'truncated@1'],
    ['a tag cut inside its number', '9f 81', 'truncated@2'],
    ['a tag cut by its parent', '30 02 9f 81 00 00', 'truncated@4'],
    ['a tag without a length', '9f 1f', 'truncated@2'],
  ])('%s is refused', (_, bytes, expected) => {
    expect(walked(bytes)).toBe(expected);
    expect(outcome(() => deepRead(DerReader.of(hex(bytes))))).toBe(expected);
  });

  test.each([0x1f, 0xff, 0x100, -1, 0.5, 0x9f001e, 0x9f4000, 0x30001f, 0x1000000, Number.NaN])(
    'the encoder takes no number that is no tag: %d',
    (tag) => {
      expect(() => encodeElement(tag)).toThrow(TypeError);
    },
  );
});

describe('forms (X.690, 8.9 to 8.18, 10.2)', () => {
  const constructed = new Set([8, 11, 16, 17, 29]);
  /** A content that is right for the primitive types that demand one. */
  const contents: Readonly<Record<number, string>> = {
    1: 'ff',
    2: '00',
    3: '00',
    6: '2a',
    10: '00',
    13: '01',
    23: '3234303130313030303030305a',
    24: '32303234303130313030303030305a',
  };
  test.each(Array.from({ length: 31 }, (_, number) => number))('universal type %d has one form only', (number) => {
    const content = hex(contents[number] ?? '');
    const primitive = outcome(() => walkDer(encodeElement(number, content)));
    const nested = outcome(() => walkDer(encodeElement(number | 0x20)));
    expect(primitive).toBe(number === 0 || constructed.has(number) ? 'form-invalid@0' : 'accepted');
    expect(nested).toBe(constructed.has(number) ? 'accepted' : 'form-invalid@0');
  });

  test('universal types above 30 are primitive', () => {
    expect(walked('1f 20 00')).toBe('accepted');
    expect(walked('3f 20 00')).toBe('form-invalid@0');
  });

  test.each(['40', '60', '80', 'a0', 'c0', 'e0'])('other classes have both forms: %s', (tag) => {
    expect(walked(`${tag} 00`)).toBe('accepted');
  });
});

describe('trailing bytes', () => {
  test.each([
    ['behind the element', '05 00 00', 'trailing-bytes@2'],
    ['a whole second element', '05 00 05 00', 'trailing-bytes@2'],
    ['inside, half an element', '30 03 05 00 05', 'truncated@5'],
    ['end-of-contents inside a definite SEQUENCE', '30 04 05 00 00 00', 'form-invalid@4'],
  ])('%s', (_, bytes, expected) => {
    expect(walked(bytes)).toBe(expected);
  });

  test('left over inside a level is for finish to say', () => {
    const fields = DerReader.of(hex('30 04 05 00 05 00')).sequence();
    fields.null();
    expect(outcome(() => fields.finish())).toBe('trailing-bytes@4');
    fields.null();
    expect(outcome(() => fields.finish())).toBe('accepted');
  });
});

describe('bounds', () => {
  /** SEQUENCEs inside each other, the innermost empty, built from the inside out. */
  function nested(levels: number): Uint8Array {
    let octets: number[] = [];
    for (let i = 0; i < levels; i++) {
      const length = octets.length;
      const header = length < 128 ? [0x30, length] : [0x30, 0x82, length >> 8, length & 0xff];
      if (length >= 128 && length < 256) header.splice(1, 3, 0x81, length);
      octets = [...header, ...octets];
    }
    return Uint8Array.from(octets);
  }

  function descend(bytes: Uint8Array, maxDepth?: number): number {
    let reader = DerReader.of(bytes, maxDepth === undefined ? {} : { maxDepth });
    let levels = 0;
    while (reader.peek() !== null) {
      reader = reader.sequence();
      levels++;
    }
    return levels;
  }

  test('64 levels are read, the 65th is refused where it stands', () => {
    expect(outcome(() => walkDer(nested(64)))).toBe('accepted');
    expect(descend(nested(64))).toBe(64);
    const deeper = nested(65);
    const at = deeper.length - 2;
    expect(outcome(() => walkDer(deeper))).toBe(`depth-exceeded@${at}`);
    expect(outcome(() => descend(deeper))).toBe(`depth-exceeded@${at}`);
  });

  test('10,000 levels are refused, and read without recursion when asked for', () => {
    const size = 10_000;
    // Definite lengths of 10,000 levels, from the inside out, without quadratic copying.
    const headers: number[][] = [];
    let length = 0;
    for (let i = 0; i < size; i++) {
      const octets = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
      headers.unshift([0x30, ...octets]);
      length += 1 + octets.length;
    }
    const bytes = Uint8Array.from(headers.flat());
    expect(outcome(() => walkDer(bytes))).toBe('depth-exceeded@256');
    expect(outcome(() => descend(bytes))).toBe('depth-exceeded@256');
    expect(outcome(() => walkDer(bytes, undefined, { maxDepth: size }))).toBe('accepted');
    expect(outcome(() => walkDer(bytes, undefined, { maxDepth: size - 1 }))).toMatch(/^depth-exceeded@/);
    expect(descend(bytes, size)).toBe(size);
  });

  test('the error names the limit that was asked for', () => {
    for (const read of [
      () => walkDer(nested(4), undefined, { maxDepth: 3 }),
      () => descend(nested(4), 3),
      () => walkDer(new Uint8Array(4), undefined, { maxBytes: 3 }),
      () => DerReader.of(new Uint8Array(4), { maxBytes: 3 }),
    ]) {
      expect(read).toThrow(expect.objectContaining({ limit: 3 }));
    }
  });

  test('depth 0 takes primitives only', () => {
    expect(outcome(() => walkDer(hex('05 00'), undefined, { maxDepth: 0 }))).toBe('accepted');
    expect(outcome(() => walkDer(hex('30 00'), undefined, { maxDepth: 0 }))).toBe('depth-exceeded@0');
  });

  test('the size is checked before anything is read', () => {
    const bytes = encodeElement(Tag.OCTET_STRING, new Uint8Array(98));
    expect(outcome(() => walkDer(bytes, undefined, { maxBytes: 100 }))).toBe('accepted');
    expect(outcome(() => walkDer(bytes, undefined, { maxBytes: 99 }))).toBe('input-too-large@99');
    expect(outcome(() => DerReader.of(bytes, { maxBytes: 99 }))).toBe('input-too-large@99');
    expect(outcome(() => walkDer(new Uint8Array(16 * 1024 * 1024 + 1)))).toBe('input-too-large@16777216');
    expect(outcome(() => DerReader.of(new Uint8Array(16 * 1024 * 1024 + 1)))).toBe('input-too-large@16777216');
  });

  test.each([
    { maxDepth: -1 },
    { maxDepth: 1.5 },
    { maxDepth: Number.NaN },
    { maxDepth: Number.POSITIVE_INFINITY },
    { maxBytes: -1 },
    { maxBytes: Number.NaN },
    { maxBytes: 256 * 1024 * 1024 + 1 },
  ])('a limit that bounds nothing is a TypeError: %o', (limits) => {
    expect(() => walkDer(hex('05 00'), undefined, limits)).toThrow(TypeError);
    expect(() => DerReader.of(hex('05 00'), limits)).toThrow(TypeError);
  });

  test('what is no Uint8Array is a TypeError', () => {
    for (const input of [
      new ArrayBuffer(2),
      [5, 0],
      '0500',
      null,
      new Uint16Array(1),
      new DataView(new ArrayBuffer(2)),
    ]) {
      expect(() => walkDer(input as unknown as Uint8Array)).toThrow(TypeError);
      expect(() => DerReader.of(input as unknown as Uint8Array)).toThrow(TypeError);
    }
    expect(outcome(() => walkDer(Buffer.from([5, 0])))).toBe('accepted');
  });
});

describe('a real certificate', () => {
  test('is refused at every proper prefix and with a byte more', () => {
    expect(issuedCertificate).toHaveLength(758);
    let refused = 0;
    for (let length = 0; length < issuedCertificate.length; length++) {
      expect(outcome(() => walkDer(issuedCertificate.subarray(0, length)))).toBe(`truncated@${length}`);
      refused++;
    }
    expect(refused).toBe(758);
    expect(outcome(() => walkDer(issuedCertificate))).toBe('accepted');
    expect(outcome(() => walkDer(join(issuedCertificate, hex('00'))))).toBe('trailing-bytes@758');
  });

  test('is refused when an element takes more of what follows than its parent has', () => {
    const [inner, outer] = [encodeSequence(hex('05 00')), hex('05 00 05 00')];
    const bytes = encodeSequence(inner, outer);
    bytes[3] = 7;
    expect(outcome(() => walkDer(bytes))).toBe('truncated@10');
  });
});

describe('the error', () => {
  test('says code, place and facts, and is an Error', () => {
    const error = new DerError('unexpected-tag', { offset: 7, expected: 0x30, actual: 2 });
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('DerError');
    expect(error.message).toBe('unexpected tag at byte 7, expected tag 0x30, found tag 0x02');
    expect(new DerError('depth-exceeded', { offset: 1, limit: 64 }).message).toBe(
      'depth exceeded at byte 1, the limit is 64',
    );
  });
});

describe('the visitor', () => {
  test('is told of every element in order with its depth', () => {
    const seen: string[] = [];
    walkDer(hex('30 07 30 02 05 00 02 01 05'), ({ tag, start, content, end }, depth) => {
      seen.push([tag, start, content, end, depth].join(' '));
    });
    expect(seen).toEqual(['48 0 2 9 0', '48 2 4 6 1', '5 4 6 6 2', '2 6 8 9 1']);
  });
});
