import { childrenOf, listField, nameOf, nodeField, type SyntaxNode } from './syntax.ts';

/** A name used as a value that nothing in the file declares: a global. */
export interface GlobalUse {
  readonly name: string;
  /** The identifier, and the nodes around it, nearest first. */
  readonly node: SyntaxNode;
  readonly around: readonly SyntaxNode[];
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const SCOPES = new Set([
  ...['Program', 'BlockStatement', 'StaticBlock', 'ForStatement', 'ForInStatement', 'ForOfStatement', 'CatchClause'],
  ...['SwitchStatement', 'ClassDeclaration', 'ClassExpression'],
  ...FUNCTIONS,
]);

/** TypeScript nodes that hold expressions; below all others only types stand. */
const TYPESCRIPT_VALUES = new Set([
  ...['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion', 'TSInstantiationExpression'],
  ...['TSParameterProperty', 'TSEnumDeclaration', 'TSEnumBody', 'TSEnumMember', 'TSExportAssignment'],
  ...['TSModuleDeclaration', 'TSModuleBlock'],
]);

function isType(node: SyntaxNode): boolean {
  return node.type.startsWith('TS') && !TYPESCRIPT_VALUES.has(node.type);
}

/** The names that a binding pattern declares. */
function boundNames(pattern: SyntaxNode | null): string[] {
  if (pattern === null) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [nameOf(pattern) ?? ''];
    case 'ObjectPattern':
      return listField(pattern, 'properties').flatMap((property) =>
        boundNames(property.type === 'Property' ? nodeField(property, 'value') : property),
      );
    case 'ArrayPattern':
      return listField(pattern, 'elements').flatMap(boundNames);
    case 'RestElement':
      return boundNames(nodeField(pattern, 'argument'));
    case 'AssignmentPattern':
      return boundNames(nodeField(pattern, 'left'));
    case 'TSParameterProperty':
      return boundNames(nodeField(pattern, 'parameter'));
    default:
      return [];
  }
}

/** The names that a declaration puts into the scope around it. Ambient declarations put none: they rename a global. */
function declaredBy(node: SyntaxNode): string[] {
  if (node['declare'] === true) return [];
  switch (node.type) {
    case 'ImportDeclaration':
      return listField(node, 'specifiers').flatMap((specifier) => boundNames(nodeField(specifier, 'local')));
    case 'VariableDeclaration':
      return listField(node, 'declarations').flatMap((declarator) => boundNames(nodeField(declarator, 'id')));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return boundNames(nodeField(node, 'id'));
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration': {
      const declaration = nodeField(node, 'declaration');
      return declaration === null ? [] : declaredBy(declaration);
    }
    default:
      return [];
  }
}

/** `var` declarations below a node, as far as the next function: they belong to the whole function. */
function hoisted(node: SyntaxNode): string[] {
  return childrenOf(node).flatMap((child) => {
    if (FUNCTIONS.has(child.type)) return [];
    return child.type === 'VariableDeclaration' && child['kind'] === 'var'
      ? [...declaredBy(child), ...hoisted(child)]
      : hoisted(child);
  });
}

/** The names that a scope declares. */
function namesOf(scope: SyntaxNode): Set<string> {
  const names = childrenOf(scope).flatMap(declaredBy);
  if (FUNCTIONS.has(scope.type) || scope.type === 'Program') names.push(...hoisted(scope));
  if (FUNCTIONS.has(scope.type)) {
    names.push(...listField(scope, 'params').flatMap(boundNames));
    if (scope.type !== 'ArrowFunctionExpression') names.push('arguments');
  }
  if (scope.type === 'FunctionExpression' || scope.type.startsWith('Class')) {
    names.push(...boundNames(nodeField(scope, 'id')));
  }
  if (scope.type === 'CatchClause') names.push(...boundNames(nodeField(scope, 'param')));
  if (scope.type === 'SwitchStatement') {
    names.push(...listField(scope, 'cases').flatMap((branch) => listField(branch, 'consequent').flatMap(declaredBy)));
  }
  return new Set(names);
}

/** Whether an identifier is only a label or a key, and so refers to nothing. */
function isMereName(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return false;
  switch (parent.type) {
    case 'MemberExpression':
      return parent['property'] === node && parent['computed'] !== true;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return parent['key'] === node && parent['value'] !== node && parent['computed'] !== true;
    case 'ExportSpecifier':
      return parent['exported'] === node && parent['local'] !== node;
    case 'ImportSpecifier':
      return parent['imported'] === node;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return parent['label'] === node;
    case 'MetaProperty':
      return true;
    case 'TSEnumMember':
      return parent['id'] === node;
    default:
      return false;
  }
}

/** All uses of globals as values in a syntax tree. What stands in types is no use: it is gone before anything runs. */
export function globalUses(tree: SyntaxNode): GlobalUse[] {
  const uses: GlobalUse[] = [];
  const search = (node: SyntaxNode, around: readonly SyntaxNode[], scopes: readonly Set<string>[]): void => {
    if (isType(node)) return;
    if (node.type === 'ExportNamedDeclaration' && nodeField(node, 'source') !== null) return;
    const name = node.type === 'Identifier' ? nameOf(node) : null;
    if (name !== null && !isMereName(node, around[0]) && !scopes.some((scope) => scope.has(name))) {
      uses.push({ name, node, around });
    }
    const inner = SCOPES.has(node.type) ? [namesOf(node), ...scopes] : scopes;
    for (const child of childrenOf(node)) search(child, [node, ...around], inner);
  };
  search(tree, [], []);
  return uses;
}
