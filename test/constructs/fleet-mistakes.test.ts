import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFleet } from '../support/fleets';
import { inFolder } from '../support/in-folder';

const definition = (least: number) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: clusters.cluster.x-k8s.io }
spec:
  group: cluster.x-k8s.io
  names: { kind: Cluster }
  versions:
    - name: v1beta2
      served: true
      schema: { openAPIV3Schema: { type: object, minProperties: ${least},
        properties: { spec: { type: object, x-kubernetes-preserve-unknown-fields: true } } } }
`;

describe('the folder of CRD files of a fleet', () => {
  it('is there', () =>
    inFolder((folder) => {
      assert.throws(() => synth(folder, 'no/such'), {
        name: 'ValidationError',
        message: `Fleet: crds is "no/such"
  allowed: an existing folder
  fix: write the path relative to the working directory, or join(__dirname, '…')`,
      });
    }));

  it('has definitions', () =>
    inFolder((folder) => {
      assert.throws(() => synth(folder, folder), {
        name: 'ValidationError',
        message: `Fleet: crds is ${JSON.stringify(folder)}
  allowed: a folder with custom resource definitions in files that end in .yaml or .yml
  fix: put the CRD files of the management cluster there`,
      });
    }));

  it('has YAML in it', () =>
    inFolder((folder) => {
      const crds = filled(folder, { 'a.yaml': 'kind: CustomResourceDefinition\nspec: {\n' });

      assert.throws(() => synth(folder, crds), {
        name: 'ValidationError',
        message: `Fleet: crds is "a.yaml"
  allowed: a file of YAML documents
  fix: correct line 3: deficient indentation`,
      });
    }));

  it('tells releases apart', () =>
    inFolder((folder) => {
      const crds = filled(folder, { 'new/a.yaml': definition(2), 'old/a.yaml': definition(1) });

      assert.throws(() => synth(folder, crds), {
        name: 'ValidationError',
        message: `Fleet: crds is ["new/a.yaml","old/a.yaml"]
  allowed: one definition of cluster.x-k8s.io/v1beta2/Cluster, or folders named after their releases
  fix: use a folder of one release, or name the folders in it as "cluster-api-v1.13.5"`,
      });
    }));

  it('may hold several releases, of which the one that runs is taken', () =>
    inFolder((folder) => {
      const crds = filled(folder, {
        'capi-v1.13.5/a.yaml': definition(90),
        'capi-v1.14.0/a.yaml': definition(1),
      });

      assert.throws(
        () => synth(folder, crds),
        /: mothership\/prod: Cluster prod is .*\n {2}allowed: 90 or more fields\n/,
      );
    }));
});

function synth(folder: string, crds: string): void {
  const { fleet, cluster } = testFleet({ outdir: join(folder, 'out'), crds });
  cluster('prod');
  fleet.synth();
}

function filled(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'crds', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'crds', name), text);
  }
  return join(folder, 'crds');
}
