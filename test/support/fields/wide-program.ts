import type { OpenStackCloudProps, WorkloadCluster } from '../../../constructs/index';
import type { OpenStackCloud } from '../../../constructs/openstack/open-stack-cloud';
import type { TestFlavor, TestFleet } from '../fleets';
import type { Versions } from '../random/random-program';

/** Program that writes fields which random ones seldom write. */
export interface WideProgram {
  /**
   * Props of its cloud over the usual ones.
   *
   * @default - the usual ones alone
   */
  readonly cloud?: Partial<OpenStackCloudProps<TestFlavor>>;
  /** Makes the cluster; none for releases that lack the fields. */
  readonly cluster: (
    fleet: TestFleet['cluster'],
    versions: Versions,
  ) => WorkloadCluster<OpenStackCloud<TestFlavor>> | undefined;
}
