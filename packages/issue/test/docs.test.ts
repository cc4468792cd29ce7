import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openCriticality } from '../src/extension/criticality.ts';
import { allowableCodes, attributeTypeNames, keyIdentifierMethods, presetNames, readProfile } from '../src/index.ts';
import { alternativeNameTypes } from '../src/name/alternative-name.ts';

const page = readFileSync(new URL('../../../docs/profiles.md', import.meta.url), 'utf8');
const schema = JSON.parse(readFileSync(new URL('../schema/profile.schema.json', import.meta.url), 'utf8'));

test('docs/profiles.md has every member in its table, and no others', () => {
  const table = page.slice(page.indexOf('## Members'), page.indexOf('## Names'));
  const rows = [...table.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual(Object.keys(schema.properties).sort());
});

test('it names all presets, types of names, attributes, methods, and codes that can be lifted', () => {
  const names = [presetNames, alternativeNameTypes, attributeTypeNames, allowableCodes, openCriticality].flat();
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  expect(keyIdentifierMethods.filter((name) => !page.includes(name.slice(-2)))).toEqual([]);
});

test('the examples in it are profiles', () => {
  const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text]) => JSON.parse(text ?? ''));
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(readProfile(example).notAfter).toBeGreaterThan(0);
});
