import { encodeUtf8 } from './utf8.ts';

/** The most bytes a value can have: its length is a u16 (SKA.md 2.1). */
export const TLV_MAX_VALUE = 65535;

/**
 * One element: type, length, value, zero padding to a multiple of four (SKA.md 5.1).
 *
 * @throws TypeError when the value is longer than {@link TLV_MAX_VALUE}: ask before you encode; when the type is no u16
 */
export function encodeTlv(type: number, value: Uint8Array): Uint8Array {
  if (!Number.isInteger(type) || type < 0 || type > 0xffff) throw new TypeError('a TLV type is a u16');
  if (value.length > TLV_MAX_VALUE)
    throw new TypeError(`a TLV value of ${value.length} bytes, the limit is ${TLV_MAX_VALUE}`);
  const element = new Uint8Array(4 + Math.ceil(value.length / 4) * 4);
  const view = new DataView(element.buffer);
  view.setUint16(0, type, true);
  view.setUint16(2, value.length, true);
  element.set(value, 4);
  return element;
}

/** Elements behind their length word (u32). */
export function encodeTlvLevel(...elements: readonly Uint8Array[]): Uint8Array {
  const length = elements.reduce((sum, element) => sum + element.length, 0);
  const level = new Uint8Array(4 + length);
  new DataView(level.buffer).setUint32(0, length, true);
  let at = 4;
  for (const element of elements) {
    level.set(element, at);
    at += element.length;
  }
  return level;
}

/** An element whose value is elements behind their own length word. */
export function encodeTlvContainer(type: number, ...elements: readonly Uint8Array[]): Uint8Array {
  return encodeTlv(type, encodeTlvLevel(...elements));
}

/** A u32 element; `TypeError` for other numbers. */
export function encodeTlvU32(type: number, value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
    throw new TypeError('a u32 is an integer from 0 to 2^32 - 1');
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return encodeTlv(type, bytes);
}

/** A u64 element; `TypeError` for anything but safe integers from 0. */
export function encodeTlvU64(type: number, value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new TypeError('a u64 here is a safe integer from 0');
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return encodeTlv(type, bytes);
}

/** A text element, UTF-8 without a terminator. */
export function encodeTlvText(type: number, text: string): Uint8Array {
  return encodeTlv(type, encodeUtf8(text));
}
