import {
  ApiEndpoint,
  ClusterNetwork,
  ExternalNetwork,
  SecurityGroups,
  ServerGroup,
} from '../../constructs/index';
import { type ClusterOverrides, type TestFleet, testFleet } from './fleets';

/** Props of a cluster whose network, groups and load balancer `pulumi up` makes. */
export function provisionedProps(number = 8): ClusterOverrides {
  return {
    network: ClusterNetwork.provisioned({ nodeCidr: `10.${number}.0.0/24` }),
    endpoint: ApiEndpoint.loadBalancer(),
    securityGroups: SecurityGroups.provisioned(),
    controlPlane: { flavor: 'large', serverGroup: ServerGroup.softAntiAffinity() },
  };
}

/** Fleet of provisioned clusters, in the order of their names, that hands over into a folder. */
export function provisionedFleet(
  clusters: Readonly<Record<string, ClusterOverrides>>,
  options: Parameters<typeof testFleet>[0] = {},
): TestFleet {
  const { cloud, ...rest } = options;
  const made = testFleet({
    cloud: { externalNetwork: ExternalNetwork.only('public'), ...cloud },
    ...rest,
  });
  for (const [name, props] of Object.entries(clusters)) made.cluster(name, props);
  return made;
}
