import { parseXml, type XmlElement } from '@quorate/syntax';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policySvg } from '../../src/draw/index.ts';
import { displayName, type Policy, type Rule } from '../../src/index.ts';
import { jsonCarries, policy } from '../arbitrary.ts';
import { crowded, nasty, usual } from './samples.ts';

function elements(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap(elements)];
}

const textIn = (element: XmlElement): string => element.text;

/** Strict XML without entities, document types and processing instructions. */
function drawing(it: Policy): XmlElement[] {
  return elements(parseXml(policySvg(it)));
}

const attribute = (element: XmlElement, name: string): number => Number(element.attributes.get(name));

/** All names in a policy, as far as they are drawn. */
function namesOf(it: Policy): string[] {
  return Object.values(it.rules)
    .flatMap((rule) =>
      (rule?.tokens ?? [])
        .slice(0, 12)
        .flatMap((token) => [
          token.name,
          ...(token.groups ?? [])
            .slice(0, 12)
            .flatMap((group) => [group.name, ...group.approvers.slice(0, 12).map((approver) => approver.name)]),
        ]),
    )
    .filter((name) => name !== null && name !== '') as string[];
}

const carried = (name: string): string => displayName(name).replace(/[\ufffe\uffff]/g, '\ufffd');

describe('an SVG drawing', () => {
  it('is strict XML that holds every name, whatever is in it', () => {
    const law = (it: Policy): void => {
      const shown = new Set(drawing(it).map(textIn));
      for (const name of namesOf(it)) expect(shown).toContain(carried(name));
    };
    for (const sample of [usual, nasty, crowded]) law(sample);
    // Found by the property: two rules that mean the same, of which one has a name to show.
    const named: Rule = { tokens: [{ name: '\u0000', timelock: 0, timeout: 0, groups: null }] };
    law({ rules: { use: null, block: null, unblock: named, modify: null }, blocked: null });
    fc.assert(fc.property(policy(jsonCarries), law), { numRuns: 150 });
  });

  it('has only shapes, text and style: nothing runs and nothing is fetched', () => {
    for (const sample of [usual, nasty, crowded]) {
      const names = new Set(drawing(sample).map((element) => element.name));
      expect([...names].sort()).toEqual(expect.arrayContaining(['desc', 'rect', 'style', 'svg', 'text', 'title']));
      names.delete('g');
      expect(names.size).toBe(6);
      expect(policySvg(sample)).not.toMatch(/<script|href=|url\(|@import|\son[a-z]+=/);
    }
  });

  it('can be read without being seen', () => {
    const [svg, title, desc] = elements(parseXml(policySvg(usual, { title: 'CA key <1>', id: 'ca' })));
    expect(svg?.attributes.get('role')).toBe('img');
    expect(svg?.attributes.get('aria-labelledby')).toBe('ca-title ca-desc');
    expect(title?.attributes.get('id')).toBe('ca-title');
    expect(title?.text).toBe('CA key <1>');
    const words = textIn(desc as XmlElement);
    expect(words).toContain(
      "To use the key: any 2 of 3 (officer-1, officer-2, officer-3), within 10 minutes of the HSM's",
    );
    expect(words).toContain('To unblock the key: everybody, at any time. To change the policy: nobody, ever.');
    expect(words).toContain('The key is not blocked.');
  });

  it('keeps every box inside the page, and boxes of one kind apart', () => {
    for (const sample of [usual, nasty, crowded]) {
      const all = drawing(sample);
      const [width, height] = [attribute(all[0] as XmlElement, 'width'), attribute(all[0] as XmlElement, 'height')];
      const boxes = all.filter((element) => element.name === 'rect' && element.attributes.get('class') === 'q-group');
      expect(boxes.length).toBeGreaterThan(2);
      const at = boxes.map((box) => {
        const [x, y] = [attribute(box, 'x'), attribute(box, 'y')];
        return { x, y, right: x + attribute(box, 'width'), bottom: y + attribute(box, 'height') };
      });
      for (const [i, a] of at.entries()) {
        expect(a.x).toBeGreaterThan(0);
        expect(a.right).toBeLessThan(width);
        expect(a.bottom).toBeLessThan(height);
        for (const b of at.slice(i + 1)) {
          expect(a.right <= b.x || b.right <= a.x || a.bottom <= b.y || b.bottom <= a.y).toBe(true);
        }
      }
    }
  });

  it('says how many are not drawn', () => {
    const texts = drawing(crowded).map(textIn);
    expect(texts).toEqual(expect.arrayContaining(['and 88 more', 'or 8 more ways', 'and 5 more groups']));
    expect(texts).toContain('approver-12');
    expect(texts).not.toContain('approver-13');
  });

  it('marks what lets everybody act, and what nobody can meet, in words', () => {
    const texts = drawing(nasty).map(textIn);
    expect(texts).toEqual(
      expect.arrayContaining(['Everybody, without approval', 'Nobody can ever meet this', 'Nobody, ever']),
    );
    expect(drawing(usual).map(textIn)).toContain('Everybody, at any time');
  });

  it('draws rules that say the same once', () => {
    const same = { ...usual, rules: { ...usual.rules, block: usual.rules.use, unblock: usual.rules.use } };
    const texts = drawing(same).map(textIn);
    expect(texts).toContain('To use the key, block the key or unblock the key');
    expect(texts.filter((text) => text === "Within 10 minutes of the HSM's timestamp")).toHaveLength(1);
  });

  it('is the same for equal policies, and refuses an id that is no plain name', () => {
    expect(policySvg(structuredClone(usual))).toBe(policySvg(usual));
    expect(() => policySvg(usual, { id: 'a b' })).toThrow(TypeError);
    expect(() => policySvg(usual, { id: '"><script>' })).toThrow(TypeError);
  });
});
