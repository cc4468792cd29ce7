import { EXTENSION_REQUEST } from '../../object/lint-request.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const extensionRequestOnce: Rule = defineRule({
  id: 'extension-request-once',
  kinds: ['csr'],
  severity: 'error',
  title: 'a request holds its extensions in one extensionRequest with one value',
  description:
    'extensionRequest is an attribute with a single value, and an attribute stands once. Of two lists a CA reads the ' +
    'first, the last or both: what is issued is then not what was asked for.',
  citation: 'RFC 2985, 5.4.2',
  source: 'RFC 2985',
  effective: null,
  until: null,
  remedy: 'put all extensions into one list and make the request again',
  applies: ({ attributes }) => attributes?.some(({ type }) => type === EXTENSION_REQUEST) === true,
  finds: ({ attributes }) => {
    const requests = (attributes ?? []).filter(({ type }) => type === EXTENSION_REQUEST);
    const values = requests.reduce((sum, request) => sum + request.values.length, 0);
    if (requests.length === 1 && values === 1) return [];
    const actual = `${requests.length} with ${values} in all`;
    const message = 'extensionRequest does not stand once with one value';
    const at = (requests[1] ?? requests[0])?.bytes;
    return [{ message, where: 'attributes', actual, ...(at === undefined ? {} : { at }) }];
  },
});
