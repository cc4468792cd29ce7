import { bytesOf, contentOf, type DerElement, DerError, type DerTime, timeValue } from '@quorate/der';

/** A time as it is written. */
export interface RawTime {
  /** The element: a view of the object. */
  readonly bytes: Uint8Array;
  /** `Tag.UTC_TIME`, `Tag.GENERALIZED_TIME`, or what else stands there. */
  readonly tag: number;
  /** Its octets as ISO 8859-1. */
  readonly text: string;
  /** The instant, when it is in the form that RFC 5280, 4.1.2.5 allows; else `null` and `error` says why. */
  readonly time: DerTime | null;
  readonly error: DerError | null;
}

/** Reads a Time without asking for its form. */
export function readRawTime(element: DerElement): RawTime {
  const raw = { bytes: bytesOf(element), tag: element.tag, text: latin1(contentOf(element)) };
  try {
    return { ...raw, time: timeValue(element), error: null };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return { ...raw, time: null, error };
  }
}

/**
 * The day of a time, `YYYY-MM-DD`, also from a form that is not allowed (an offset, no seconds): enough to say which rules
 * were in force. `null` when there are no digits of a date.
 */
export function dayOf(time: RawTime): string | null {
  const long = /^(\d{4})(\d{2})(\d{2})/.exec(time.text);
  const short = /^(\d{2})(\d{2})(\d{2})/.exec(time.text);
  if (time.tag === 0x18 && long !== null) return `${long[1]}-${long[2]}-${long[3]}`;
  if (time.tag !== 0x17 || short === null) return null;
  return `${Number(short[1]) < 50 ? '20' : '19'}${short[1]}-${short[2]}-${short[3]}`;
}

/** Octets as characters of ISO 8859-1, so that any octet can be looked at. */
export function latin1(octets: Uint8Array): string {
  let text = '';
  for (let i = 0; i < octets.length; i += 4096) {
    text += Reflect.apply(String.fromCharCode, null, octets.subarray(i, i + 4096));
  }
  return text;
}
