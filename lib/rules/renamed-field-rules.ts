import { machineIn } from './machine-lookup-object-rules';
import { type Fields, isNewer, mapAt, mapsAt, type ObjectSubject, objectRule } from './object-rule';
import type { Rule } from './rule';

type Renamed = readonly [field: string, given: unknown, better: string];

const INVERTED = 'the other way round';
/** Fields of older clusters, with what stands in their place. */
const CLUSTER_FIELDS: Readonly<Record<string, string>> = {
  apiServerLoadBalancer: 'apiServer.managedLoadBalancer',
  apiServerFloatingIP: 'apiServer.floatingIP',
  apiServerFixedIP: 'apiServer.fixedIP',
  apiServerPort: 'apiServer.port',
  disableAPIServerFloatingIP: `apiServer.enableFloatingIP, ${INVERTED}`,
  disableExternalNetwork: `enableExternalNetwork, ${INVERTED}`,
  networkMTU: 'managedNetwork.mtu',
  disablePortSecurity: `managedNetwork.enablePortSecurity, ${INVERTED}`,
  externalRouterIPs: 'managedRouter.externalIPs',
};
const GROUP_FIELDS = { allNodesSecurityGroupRules: 'clusterNodesSecurityGroupRules' };
const MACHINE_FIELDS = { flavorID: 'flavor.id' };
const PORT_FIELDS = { disablePortSecurity: `enablePortSecurity, ${INVERTED}` };

/** Rule on fields that a newer version has under another name. */
export const RENAMED_FIELD_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-renamed-field',
    reason: 'A name of the older version says nothing in the newer one, and the field is dropped.',
    source: 'CAPO@v0.15.0-beta.0:docs/book/src/topics/crd-changes/v1beta1-to-v1beta2.md',
    check(spec, refuse, subject) {
      if (!isNewer(subject)) return;
      for (const [field, given, better] of [
        ...inCluster(spec, subject),
        ...inMachine(spec, subject),
      ]) {
        refuse(field, {
          given,
          allowed: `${better}, in ${subject.object.apiVersion}`,
          fix: 'write it there',
        });
      }
    },
  }),
];

function inCluster(spec: Fields, { object }: ObjectSubject): readonly Renamed[] {
  if (!object.kind.startsWith('OpenStackCluster')) return [];
  const groups = mapAt(spec, 'managedSecurityGroups');
  return [
    ...renamed('spec', spec, CLUSTER_FIELDS),
    ...renamed('spec.managedSecurityGroups', groups, GROUP_FIELDS),
  ];
}

function inMachine(spec: Fields, subject: ObjectSubject): readonly Renamed[] {
  const [way, machine] = machineIn(spec, subject);
  const ports = mapsAt(machine, 'ports').flatMap(([port, index]) =>
    renamed(`${way}.ports[${index}]`, port, PORT_FIELDS),
  );
  return [...renamed(way, machine, MACHINE_FIELDS), ...ports];
}

function renamed(
  way: string,
  from: Fields,
  fields: Readonly<Record<string, string>>,
): readonly Renamed[] {
  return Object.entries(fields).flatMap(([old, better]): Renamed[] =>
    from[old] === undefined ? [] : [[`${way}.${old}`, from[old], better]],
  );
}
