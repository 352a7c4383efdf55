import type { RuleFacts } from '../base/rule';
import { ruleSets, rulesOf } from './rule-sets';
import type { RuleSets } from './rule-tables';
import { OTHER_RULES } from './table';
import { UNCHECKED, type Unchecked } from './unchecked';

const HEADINGS: Readonly<Record<keyof RuleSets, string>> = {
  providers: 'Versions of a management cluster',
  cidrPlan: 'Plans of address ranges',
  cloud: 'Clouds',
  cluster: 'Clusters',
  rendering: 'Clusters before their manifests are written',
  controlPlane: 'Control planes',
  server: 'Servers: machines and bastions',
  machine: 'Machines of control planes and pools',
  pool: 'Node pools',
  addon: 'Addons',
  fleet: 'Clusters together',
  object: 'Finished objects, including patches',
  objectSet: 'Finished objects of a cluster together',
};

const UNCHECKED_HEADING = 'What is not checked';
const OTHER_HEADING = 'Downloads, finished objects and files';

/** Share of fixes that are a single change, among the examples of the rules. */
export interface FixShare {
  /** Mistakes whose fix is a single change. */
  readonly changes: number;
  /** All mistakes. */
  readonly mistakes: number;
  /** Rules with at least one such fix. */
  readonly rulesWithChanges: number;
  /** All rules that have examples. */
  readonly rules: number;
}

const INTRODUCTION = (rules: number, unchecked: number, share: FixShare) => `# Rules

All rules that are checked before anything is written. Every mistake is reported at once, with the construct path, the prop,
what is allowed and how to fix it; \`rule\` of an issue is one of the names below. There are ${rules} rules.
[What is not checked](#what-is-not-checked) lists ${unchecked} things that can go wrong without a rule, with the reason.

A fix is a single change where one is enough: data that a program can apply, and from which the sentence is built. Of the
${share.mistakes} mistakes in the examples of the rules, ${share.changes} have such a fix (${Math.round((100 * share.changes) / share.mistakes)} %), in ${share.rulesWithChanges} of ${share.rules} rules; a test
applies each of these changes, and checks that the mistake is gone and no other one replaces it. The other fixes take more than
one change, or a choice, and are sentences.

Sources are \`project@version:path\`. CAPI is kubernetes-sigs/cluster-api, CAPO
kubernetes-sigs/cluster-api-provider-openstack, CAPA kubernetes-sigs/cluster-api-provider-aws,
CAPZ kubernetes-sigs/cluster-api-provider-azure, CAPH syself/cluster-api-provider-hetzner, CA kubernetes/autoscaler, CPO kubernetes/cloud-provider-openstack.

This page is generated from the rule tables: \`UPDATE_DOCS=1 npx mocha test/lib/assembly/rules-page.test.ts\`.
`;

/** Returns the text of docs/rules.md. */
export function renderRulesPage(share: FixShare, sets: RuleSets = ruleSets()): string {
  const sections = (Object.keys(HEADINGS) as (keyof RuleSets)[]).map((kind) => {
    return section(HEADINGS[kind], rulesOf(sets[kind]));
  });
  const rules =
    Object.values(sets).flatMap((groups) => rulesOf(groups)).length + OTHER_RULES.length;
  return [
    INTRODUCTION(rules, Object.values(UNCHECKED).flat().length, share),
    ...sections,
    section(OTHER_HEADING, OTHER_RULES),
    renderUnchecked(),
  ].join('\n');
}

function section(heading: string, rules: readonly RuleFacts[]): string {
  const rows = rules.map(row).join('\n');
  return `## ${heading}\n\n| Rule | Why | Source |\n| --- | --- | --- |\n${rows}\n`;
}

function renderUnchecked(): string {
  const tables = Object.entries(UNCHECKED).map(([place, all]) => {
    const rows = all.map(uncheckedRow).join('\n');
    return `### ${place}\n\n| What | Why it is not checked | Source |\n| --- | --- | --- |\n${rows}\n`;
  });
  return [`## ${UNCHECKED_HEADING}\n`, ...tables].join('\n');
}

function uncheckedRow({ what, why, source }: Unchecked): string {
  return `| ${escaped(what)} | ${escaped(why)} | \`${source}\` |`;
}

function row({ id, reason, source }: RuleFacts): string {
  return `| \`${id}\` | ${escaped(reason)} | \`${source}\` |`;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
