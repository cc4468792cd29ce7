import { type GeneralName, generalNameText, type Name, type NameAttribute, nameText } from '@quorate/x509';

/** Longer than any name that a person reads; a name can be a megabyte, and a report says the same one many times. */
const MAX_SHOWN = 2000;

const SHOWN = new WeakMap<Name | GeneralName, string>();

/** A name for people: by RFC 4514, cut off where it is too long, and words when it is empty. */
export function displayName(name: Name): string {
  return once(name, shownName);
}

/** The same of a GeneralName, with its type. */
export function displayGeneralName(name: GeneralName): string {
  return once(name, generalTextOf);
}

/** What a name is shown as, made once: a search says it for each path that breaks at it. */
function once<N extends Name | GeneralName>(name: N, make: (name: N) => string): string {
  let shown = SHOWN.get(name);
  if (shown === undefined) {
    shown = make(name);
    SHOWN.set(name, shown);
  }
  return shown;
}

function generalTextOf(name: GeneralName): string {
  if (name.type === 'directoryName') return `${name.type} ${displayName(name.name)}`;
  const text = generalNameText(cutGeneral(name));
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text;
}

/** One more than is shown, so that it can be told that there was more. */
function cutGeneral(name: GeneralName): GeneralName {
  if ('value' in name) return { ...name, value: name.value.slice(0, MAX_SHOWN + 1) };
  return 'bytes' in name ? { ...name, bytes: name.bytes.subarray(0, MAX_SHOWN + 1) } : name;
}

/** What `displayName` gives, made each time: for who keeps it. */
export function shownName(name: Name): string {
  if (name.rdns.length === 0) return 'an empty name';
  const short = name.bytes.length <= MAX_SHOWN;
  const text = nameText(short ? name : lastOf(name));
  return short && text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}...`;
}

/** The relative names that stand first in the text, with no more of their values than is shown. */
function lastOf({ bytes, rdns }: Name): Name {
  let left = MAX_SHOWN;
  const cut = (attribute: NameAttribute): NameAttribute => {
    const [text, value] = [attribute.text?.slice(0, left) ?? null, attribute.value.subarray(0, left)];
    left = Math.max(0, left - attribute.value.length);
    return { ...attribute, text, value };
  };
  const last: NameAttribute[][] = [];
  for (let i = rdns.length - 1; i >= 0 && left > 0; i--) last.unshift((rdns[i] ?? []).map(cut));
  return { bytes, rdns: last };
}
