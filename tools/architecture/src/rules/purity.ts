import { isBuiltin } from 'node:module';
import { importsOf } from '../imports.ts';
import { type GlobalUse, globalUses } from '../scope.ts';
import { listField, nameOf, nodeField, placeOf, type SyntaxNode, syntaxOf, walk } from '../syntax.ts';
import type { Violation } from '../violation.ts';
import { type SourceFile, sourcesOf, type Workspace } from '../workspace.ts';

/**
 * The globals a package may use: those of the language that neither read nor change anything outside, and the two text
 * codecs. A list of what is allowed, so that a global nobody thought of is caught too. `Date` and `Math` have limits of
 * their own below. Not here by intent: `globalThis`, `Function`, `eval`, `Intl`, `WeakRef`, `Atomics`.
 */
const ALLOWED = new Set([
  ...['undefined', 'NaN', 'Infinity', 'isNaN', 'isFinite', 'parseInt', 'parseFloat'],
  ...[
    'Object',
    'Boolean',
    'Symbol',
    'Number',
    'BigInt',
    'String',
    'RegExp',
    'Array',
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
  ],
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'EvalError', 'ReferenceError', 'URIError', 'AggregateError'],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'BigInt64Array', 'BigUint64Array', 'Float32Array', 'Float64Array'],
  ...['Promise', 'JSON', 'Reflect', 'Proxy', 'Iterator', 'TextEncoder', 'TextDecoder'],
  ...['encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI'],
]);

/** Methods whose answer depends on the machine's language or time zone, or on chance. */
const DEPENDENT = new Set([
  ...['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'toLocaleUpperCase', 'toLocaleLowerCase'],
  ...['localeCompare', 'getTimezoneOffset', 'toDateString', 'toTimeString', 'getYear'],
  ...['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].map((part) => `get${part}`),
  ...['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].map((part) => `set${part}`),
  ...['getRandomValues', 'keygen'],
]);

/** The name of the member that is taken from the object `node`, where that can be read off. */
function memberTaken(node: SyntaxNode, parent: SyntaxNode | undefined): string | null {
  if (parent?.type !== 'MemberExpression' || parent['object'] !== node) return null;
  const property = nodeField(parent, 'property');
  return parent['computed'] === true && property?.type === 'Identifier' ? null : nameOf(property);
}

/** What is wrong with a use of `Math`: only plain members but `random` are allowed. */
function checkMath({ node, around }: GlobalUse): string | null {
  const member = memberTaken(node, around[0]);
  if (member === null) return '`Math` other than as `Math.name` could hide `Math.random`';
  return member === 'random' ? '`Math.random` is a random source' : null;
}

/** What is wrong with a use of `Date`: only `new Date(value)`, `Date.UTC` and `instanceof Date` are allowed. */
function checkDate({ node, around }: GlobalUse): string | null {
  const parent = around[0];
  if (parent?.type === 'BinaryExpression' && parent['operator'] === 'instanceof') return null;
  if (parent?.type === 'NewExpression' && parent['callee'] === node) {
    const values = listField(parent, 'arguments');
    if (values.length === 1 && values[0]?.type !== 'SpreadElement') return null;
    return values.length === 0 ? '`new Date()` reads the clock' : '`new Date(…)` of several values reads the time zone';
  }
  return memberTaken(node, parent) === 'UTC'
    ? null
    : '`Date` other than `new Date(value)` and `Date.UTC` reads clock or zone';
}

function checkGlobal(use: GlobalUse): string | null {
  if (use.name === 'Math') return checkMath(use);
  if (use.name === 'Date') return checkDate(use);
  return ALLOWED.has(use.name) ? null : `\`${use.name}\` is no global that a package may use`;
}

/** What is wrong with a node by itself. */
function checkNode(node: SyntaxNode): string | null {
  switch (node.type) {
    case 'ImportExpression':
      return 'a dynamic import';
    case 'MetaProperty':
      return nameOf(nodeField(node, 'meta')) === 'import' ? '`import.meta` tells where the code runs' : null;
    case 'MemberExpression': {
      const property = nodeField(node, 'property');
      const name = node['computed'] === true && property?.type === 'Identifier' ? null : nameOf(property);
      if (name === null) return null;
      if (DEPENDENT.has(name) || /^random/i.test(name)) return `\`${name}\` depends on the machine or on chance`;
      return null;
    }
    case 'CallExpression':
    case 'NewExpression': {
      const callee = nodeField(node, 'callee');
      const taken = callee?.type === 'MemberExpression' ? nameOf(nodeField(callee, 'property')) : null;
      return taken === 'constructor' ? 'calling a `constructor` property could reach `Function`' : null;
    }
    case 'ImportSpecifier': {
      const imported = nameOf(nodeField(node, 'imported'));
      return imported !== null && /^random/i.test(imported) ? `\`${imported}\` is a random source` : null;
    }
    case 'TSTypeReference': {
      const name = nameOf(nodeField(node, 'typeName'));
      return name === 'Buffer' ? 'the type `Buffer` is Node’s; say `Uint8Array`' : null;
    }
    default:
      return node['declare'] === true && node.type !== 'PropertyDefinition'
        ? 'an ambient declaration hides a global'
        : null;
  }
}

function checkFile(file: SourceFile): Violation[] {
  const violations: Violation[] = [];
  const report = (where: string, message: string | null): void => {
    if (message !== null) violations.push({ rule: 'purity', where, message });
  };
  for (const { specifier, where } of importsOf(file)) {
    report(where, isBuiltin(specifier) ? `imports \`${specifier}\`, which only Node has` : null);
  }
  for (const use of globalUses(syntaxOf(file))) report(placeOf(file, use.node), checkGlobal(use));
  walk(syntaxOf(file), (node) => report(placeOf(file, node), checkNode(node)));
  return violations;
}

/**
 * Packages are pure: no builtin of Node, no clock, no random source, no console, no I/O, no global beyond the language and
 * `TextEncoder` and `TextDecoder`. Read off the syntax tree, so text and comments do not count and a local name that is
 * spelled like a global does not either. Code that sets out to deceive is not caught in every case.
 */
export function checkPurity(workspace: Workspace): Violation[] {
  return sourcesOf(workspace, 'packages').flatMap(({ file }) => checkFile(file));
}
