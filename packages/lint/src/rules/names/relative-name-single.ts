import { defineRule, type Rule } from '../../rule.ts';

export const relativeNameSingle: Rule = defineRule({
  id: 'relative-name-single',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'notice',
  title: 'each relative name of the subject has one attribute',
  description:
    'Several attributes in one relative name are allowed and rare. Much software cannot write such a name, and ' +
    'shows it wrong or compares it wrong; mostly it was made by mistake.',
  citation: 'RFC 5280, 4.1.2.4',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'put each attribute in its own relative name, unless this is meant',
  applies: ({ subject }) => subject.rdns.length > 0,
  finds: ({ subject }) => {
    const several = subject.rdns.filter((rdn) => rdn.length > 1).length;
    if (several === 0) return [];
    const message = `there are relative names with several attributes: ${several}`;
    return [{ message, where: 'subject', at: subject.bytes }];
  },
});
