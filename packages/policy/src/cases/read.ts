import { joinPath, readShape, ShapeError } from '@quorate/syntax';
import {
  array,
  exactOptional,
  type GenericSchema,
  minValue,
  number,
  picklist,
  pipe,
  safeInteger,
  strictObject,
  string,
  unknown,
} from 'valibot';
import { PolicyError } from '../error.ts';
import { RULE_NAMES } from '../policy.ts';
import { type Because, EXPECTATIONS, type PolicyCase, type PolicyCases, REASONS } from './case.ts';

/** More than anybody writes or reads; with them a file of cases stays within what `parseJson` takes, 500,000 values. */
const MAX_CASES = 10_000;
const MAX_PEOPLE = 10_000;
const MAX_APPROVALS = 100_000;

const wholeNumber = 'an integer from 0 to 9007199254740991';
const seconds = pipe(number(), safeInteger(wholeNumber), minValue(0, wholeNumber));
const because: readonly Because[] = [...new Set([...REASONS.allow, ...REASONS.refuse])];

const policyCase: GenericSchema<unknown, PolicyCase> = strictObject({
  name: string(),
  rule: picklist(RULE_NAMES),
  approvals: array(strictObject({ by: string(), at: seconds })),
  at: seconds,
  expect: picklist(EXPECTATIONS),
  because: exactOptional(picklist(because)),
});

const file = strictObject({
  policy: exactOptional(string()),
  people: exactOptional(unknown()),
  cases: array(policyCase),
});

/**
 * The cases of a policy test, out of JSON:
 *
 * ```json
 * {
 *   "policy": "root-ca.policy.json",
 *   "people": { "officer-1": "1f0c7be2a9d4e653", "officer-2": "MFkwEwYHKoZIzj0CAQYI…" },
 *   "cases": [
 *     { "name": "two officers within ten minutes", "rule": "use",
 *       "approvals": [{ "by": "officer-1", "at": 0 }, { "by": "officer-2", "at": 60 }],
 *       "at": 120, "expect": "allow", "because": "quorum" }
 *   ]
 * }
 * ```
 *
 * `policy`, `people` and `because` may be left out. Strict: no other members, times as integers from 0, no reason that
 * cannot go with what is expected. At most 10,000 cases, 10,000 people and 100,000 approvals. Who the people are is looked
 * up when the cases are run.
 *
 * @param value from `parseJson`, which refuses duplicate members
 * @param path where the value stands in its document, as a prefix to the paths of errors; default the whole
 * @throws PolicyError `shape-invalid`, `limit-exceeded`
 */
export function readPolicyCases(value: unknown, path = ''): PolicyCases {
  demandObject(value, path, 'an object');
  demandSize(value, path);
  try {
    const shape = readShape(file, value, path);
    const cases = shape.cases.map((it, i) => demandReason(it, joinPath(joinPath(path, 'cases'), i)));
    return { policy: shape.policy ?? null, people: peopleOf(shape.people, joinPath(path, 'people')), cases };
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    throw new PolicyError('shape-invalid', { path: cause.path, expected: cause.expected, actual: cause.actual, cause });
  }
}

function demandObject(value: unknown, path: string, expected: string): asserts value is object {
  if (Object.prototype.toString.call(value) === '[object Object]') return;
  const actual = value === null ? '`null`' : Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
  throw new PolicyError('shape-invalid', { path, expected, actual });
}

/** Bounds the work before the shape is looked at. */
function demandSize(value: unknown, path: string): void {
  const cases = memberOf(value, 'cases');
  if (!Array.isArray(cases)) return;
  const place = joinPath(path, 'cases');
  if (cases.length > MAX_CASES) throw tooMany(place, cases.length, 'cases', MAX_CASES);
  let approvals = 0;
  for (const it of cases) {
    const list = memberOf(it, 'approvals');
    if (Array.isArray(list)) approvals += list.length;
  }
  if (approvals > MAX_APPROVALS) throw tooMany(place, approvals, 'approvals', MAX_APPROVALS);
}

/** By hand: a record of the schema library would drop people with names like `constructor`. */
function peopleOf(value: unknown, path: string): Map<string, string> {
  if (value === undefined) return new Map();
  demandObject(value, path, 'an object of references by name');
  const entries = Object.entries(value);
  if (entries.length > MAX_PEOPLE) throw tooMany(path, entries.length, 'people', MAX_PEOPLE);
  return new Map(entries.map(([name, reference]) => [name, readShape(string(), reference, joinPath(path, name))]));
}

function demandReason(it: PolicyCase, path: string): PolicyCase {
  const { expect, because: reason } = it;
  if (reason === undefined || REASONS[expect].includes(reason)) return it;
  const expected = `a reason to ${expect}: ${REASONS[expect].map((one) => `\`${one}\``).join(', ')}`;
  throw new PolicyError('shape-invalid', { path: joinPath(path, 'because'), expected, actual: `\`${reason}\`` });
}

function tooMany(path: string, count: number, what: string, limit: number): PolicyError {
  return new PolicyError('limit-exceeded', { path, actual: `${count} ${what}`, limit });
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
