import { libraryManifest } from '../base/library-manifest';
import { CLUSTERS, clustersFile, MANIFESTS } from './clusters-file';
import type { ProjectChoices } from './infrastructure';

/** Peers of this library that every project needs. */
const PEERS = ['cdk8s', 'cdk8s-plus-28', 'constructs'];
const PULUMI_PEERS = ['@pulumi/kubernetes', '@pulumi/openstack', '@pulumi/pulumi'];
const TOOLS = ['@types/node', 'tsx', 'typescript'];

const FLEET = `import { newFleet } from './${CLUSTERS}';

export const fleet = newFleet();

fleet.run();
`;

const TEST = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newFleet } from '../${CLUSTERS}';

test('the fleet has no mistakes', () => {
  newFleet().check();
});

test('every cluster has a network plugin', () => {
  const clusters = newFleet().clusterModels();
  assert.ok(clusters.length > 0);
  for (const { path, cni } of clusters) assert.ok(cni, \`\${path} has no network plugin\`);
});
`;

const TSCONFIG = `{
  "compilerOptions": {
    "target": "es2023",
    "module": "nodenext",
    "types": ["node"],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "exactOptionalPropertyTypes": true,
    "skipLibCheck": true,
    "noEmit": true
  }
}
`;

const CDK8S = `# Settings of cdk8s synth (npx cdk8s-cli synth), which empties its own output folder.
# The fleet writes to ${MANIFESTS}, as npm run synth does.
language: typescript
app: node --import tsx fleet.ts
output: build/cdk8s
`;

const GITIGNORE = `node_modules/
build/
*.kubeconfig
`;

const WORKFLOW = `name: ci
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  fleet:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npm run typecheck
      - run: npm test
      - run: npm run synth
      # Fails if committed manifests differ from what the program writes.
      - run: git diff --exit-code
`;

/** Returns the files of a new project by their paths. */
export function projectFiles(choices: ProjectChoices): ReadonlyMap<string, string> {
  const { infrastructure, pulumi, name } = choices;
  return new Map([
    ['package.json', `${JSON.stringify(packageOf(choices), undefined, 2)}\n`],
    ['tsconfig.json', TSCONFIG],
    ['cdk8s.yaml', CDK8S],
    [`${CLUSTERS}.ts`, clustersFile(infrastructure, pulumi)],
    ['fleet.ts', FLEET],
    ['test/fleet.test.ts', TEST],
    ['.gitignore', GITIGNORE],
    ['.github/workflows/ci.yaml', WORKFLOW],
    ...Object.entries(infrastructure.files ?? {}),
    ...(pulumi ? [['Pulumi.yaml', pulumiProject(name)] as const] : []),
  ]);
}

function packageOf({ name, pulumi }: ProjectChoices): object {
  const { version, engines, peerDependencies, devDependencies } = libraryManifest();
  const peers = pulumi ? [...PULUMI_PEERS, ...PEERS] : PEERS;
  return {
    name,
    private: true,
    type: 'commonjs',
    engines: { node: engines.node },
    scripts: {
      check: 'capi-fleet check',
      synth: 'capi-fleet synth',
      test: 'node --import tsx --test test/*.test.ts',
      typecheck: 'tsc',
      ...(pulumi && {
        plan: 'capi-fleet plan',
        preview: 'capi-fleet preview',
        up: 'capi-fleet up',
      }),
    },
    dependencies: sorted({ ...ranges(peerDependencies, peers), 'capi-fleet': `^${version}` }),
    devDependencies: ranges(devDependencies, TOOLS),
  };
}

function ranges(
  known: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const range = known[name];
      if (range === undefined) throw new Error(`package.json of the library has no ${name}`);
      return [name, range];
    }),
  );
}

function sorted(dependencies: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function pulumiProject(name: string): string {
  return `name: '${name}'
description: Networks and security groups of the clusters
main: fleet.ts
runtime:
  name: nodejs
  options:
    typescript: false
    nodeargs: --import tsx
options:
  # A load balancer that a deleted Cluster took along is noticed and created again.
  refresh: always
`;
}
