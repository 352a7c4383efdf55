import type { RuleFacts } from './rule';
import { RULE_SETS, rulesOf } from './rule-sets';
import type { RuleSets } from './subjects';
import { OTHER_RULES } from './table';

const HEADINGS: Readonly<Record<keyof RuleSets, string>> = {
  providers: 'Versions of a management cluster',
  cidrPlan: 'Plans of address ranges',
  cloud: 'Clouds',
  cluster: 'Clusters',
  rendering: 'Clusters whose manifests are written',
  controlPlane: 'Control planes',
  server: 'Servers: machines and bastions',
  machine: 'Machines of control planes and pools',
  pool: 'Node pools',
  addon: 'Addons',
  fleet: 'Clusters together',
  object: 'Finished objects, patches and all',
};

const OTHER_HEADING = 'Downloads, finished objects and files';

const INTRODUCTION = `# Rules

What is checked before anything is written. Every mistake is reported at once, with the construct path, the prop, what
would be accepted and what to type; \`rule\` of an issue is one of the names below.

Sources are \`project@version:path\`. CAPI is kubernetes-sigs/cluster-api, CAPO
kubernetes-sigs/cluster-api-provider-openstack, CA kubernetes/autoscaler, CPO kubernetes/cloud-provider-openstack.

This page is made from the tables in \`lib/rules\`: \`UPDATE_DOCS=1 npx mocha test/lib/rules/rules-page.test.ts\`.
`;

/** Writes the page about all rules. */
export function renderRulesPage(sets: RuleSets = RULE_SETS): string {
  const sections = (Object.keys(HEADINGS) as (keyof RuleSets)[]).map((kind) => {
    return section(HEADINGS[kind], rulesOf(sets[kind]));
  });
  return [INTRODUCTION, ...sections, section(OTHER_HEADING, OTHER_RULES)].join('\n');
}

function section(heading: string, rules: readonly RuleFacts[]): string {
  const rows = rules.map(row).join('\n');
  return `## ${heading}\n\n| Rule | Why | Source |\n| --- | --- | --- |\n${rows}\n`;
}

function row({ id, reason, source }: RuleFacts): string {
  return `| \`${id}\` | ${escaped(reason)} | \`${source}\` |`;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
