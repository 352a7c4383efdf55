import assert from 'node:assert/strict';
import { type OpenStackCloudProps, Providers } from '../../constructs/index';
import { formatIssue, ValidationError } from '../../lib/base/errors';
import { type TestFlavor, type TestFleet, testFleet } from './fleets';
import { inFolder } from './in-folder';

/** Program of a setup that people run. */
export type FieldProgram = (fleet: TestFleet) => void;

/** Versions of Cluster API and its OpenStack provider that a setup is written for. */
export type FieldVersions = readonly [clusterApi: string, provider: string];

const EVERY: readonly FieldVersions[] = [
  ['1.10', '0.12'],
  ['1.13', '0.14'],
  ['1.14', '0.14'],
];
const GATES = { kubeadmBootstrapFormatIgnition: true };

/** What a setup needs besides the usual. */
export interface FieldOptions {
  /** @default - every release that is supported */
  readonly versions?: readonly FieldVersions[];
  readonly cloud?: Partial<OpenStackCloudProps<TestFlavor>>;
  /** @default false */
  readonly helm?: boolean;
}

/** Says that a setup is legal: nothing of it is refused, and it can be planned and written. */
export function itIsLegal(sentence: string, program: FieldProgram, options: FieldOptions = {}) {
  const { versions = EVERY, cloud, helm: helmAddonProvider = false } = options;
  for (const [clusterApi, provider] of versions) {
    it(`${sentence} (Cluster API ${clusterApi}, provider ${provider})`, () => {
      const mistakes = inFolder((outdir) => {
        const fleet = testFleet({
          outdir,
          providers: Providers.versions(clusterApi, provider, {
            featureGates: GATES,
            helmAddonProvider,
          }),
          ...(cloud === undefined ? {} : { cloud }),
        });
        program(fleet);
        return mistakesOf(fleet);
      });

      assert.deepEqual(mistakes, []);
    });
  }
}

function mistakesOf({ fleet }: TestFleet): readonly string[] {
  try {
    fleet.plan();
    fleet.synth();
    return [];
  } catch (error) {
    if (error instanceof ValidationError) return error.issues.map(formatIssue);
    throw error;
  }
}
