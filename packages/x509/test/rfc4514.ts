/** An attribute as the text of a name gives it: its value is text, or the octets of an encoding. */
export interface TextAttribute {
  readonly type: string;
  readonly value: string | Uint8Array;
}

/** A small reader of RFC 4514, 3, as strict as its grammar; relative names in the order of an encoding. */
export function readNameText(text: string): TextAttribute[][] {
  if (text === '') return [];
  let at = 0;
  const rdns: TextAttribute[][] = [[]];
  for (;;) {
    const type = /^([A-Za-z][A-Za-z0-9-]*|[0-9]+(\.[0-9]+)+)=/.exec(text.slice(at));
    if (type === null) throw new SyntaxError(`no attribute type at ${at}`);
    at += type[0].length;
    const value = text[at] === '#' ? hexString() : string();
    rdns.at(-1)?.push({ type: type[1] as string, value });
    if (at === text.length) return rdns.reverse();
    if (text[at] === ',') rdns.push([]);
    else if (text[at] !== '+') throw new SyntaxError(`neither , nor + at ${at}`);
    at++;
  }

  function hexString(): Uint8Array {
    const digits = /^#(([0-9a-fA-F]{2})+)/.exec(text.slice(at));
    if (digits === null) throw new SyntaxError(`no hexadecimal at ${at}`);
    at += digits[0].length;
    return Uint8Array.from(Buffer.from(digits[1] as string, 'hex'));
  }

  function string(): string {
    const octets: number[] = [];
    const start = at;
    let bareSpace = false;
    for (; at < text.length; at++) {
      const character = String.fromCodePoint(text.codePointAt(at) as number);
      if (character === ',' || character === '+') break;
      if ('";<>\0'.includes(character)) throw new SyntaxError(`unescaped ${character} at ${at}`);
      bareSpace = character === ' ';
      if (bareSpace && at === start) throw new SyntaxError(`unescaped space at ${at}`);
      if (character === '\\') {
        const pair = /^\\([0-9a-fA-F]{2}|[ "#=+,;<>\\])/.exec(text.slice(at))?.[1];
        if (pair === undefined) throw new SyntaxError(`no escape at ${at}`);
        octets.push(pair.length === 2 ? Number.parseInt(pair, 16) : pair.charCodeAt(0));
        at += pair.length;
      } else {
        octets.push(...new TextEncoder().encode(character));
        at += character.length - 1;
      }
    }
    if (bareSpace) throw new SyntaxError(`unescaped space before ${at}`);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(octets));
  }
}
