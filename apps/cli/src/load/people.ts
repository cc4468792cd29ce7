import type { PeopleMap } from '@quorate/policy/analysis';
import { readShape } from '@quorate/syntax';
import { array, exactOptional, record, strictObject, string } from 'valibot';
import type { Context } from '../context.ts';
import { reading } from '../unusable.ts';
import { parseJsonFile } from './json.ts';

const shape = strictObject({
  people: record(string(), array(string())),
  teams: exactOptional(record(string(), array(string()))),
});

/** Reads who holds which keys: `{"people": {"NAME": ["KEY", …]}, "teams": {"TEAM": ["NAME", …]}}`. */
export async function loadPeople(context: Context, file: string): Promise<PeopleMap> {
  const expected = 'a map of people: `{"people": {"NAME": ["approver or fingerprint"]}}`';
  const value = parseJsonFile(file, await context.read(file), expected);
  return reading(file, () => readShape(shape, value), `${file} should be ${expected}`);
}
