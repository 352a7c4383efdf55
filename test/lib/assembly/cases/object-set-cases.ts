import type { Manifest } from '../../../../lib/base/manifest';
import { type FieldPatch, patchedObjects, VERSIONS } from '../../../support/patched-objects';
import { FinishedSet, type RuleCase } from '../rule-case';

/** Patches by the keys of their objects, and objects of the user's own. */
interface ObjectSet {
  readonly patches?: Readonly<Record<string, readonly FieldPatch[]>>;
  readonly own?: readonly Manifest[];
  readonly profile?: ReturnType<typeof VERSIONS.usual>;
}

interface ObjectSetCase {
  readonly rule: string;
  readonly broken: ObjectSet;
  readonly sound?: ObjectSet;
  readonly says: string;
}

const POOL = 'pool/workers/machineDeployment';
const ON_POOL = 'of MachineDeployment demo-workers';
const TYPE = 'addons.cluster.x-k8s.io/resource-set';
const NEWER = VERSIONS.newest();
const MANIFEST = 'x'.repeat(32);
const NO_BALANCER: FieldPatch = ['spec apiServerLoadBalancer', undefined];
const HOST: FieldPatch = ['spec controlPlaneEndpoint', { host: '192.0.2.7', port: 6443 }];

/** References to objects of the cluster, by what refers to them. */
const REFERENCES = [
  ['cluster', 'Cluster demo', 'infrastructureRef', 'OpenStackCluster', 'demo'],
  ['cluster', 'Cluster demo', 'controlPlaneRef', 'KubeadmControlPlane', 'demo-control-plane'],
  [
    POOL,
    'MachineDeployment demo-workers',
    'template.spec.bootstrap.configRef',
    'KubeadmConfigTemplate',
    'demo-workers',
  ],
] as const;

/** Template that another program writes. */
const ELSEWHERE = { kind: 'OpenStackMachineTemplate', name: 'elsewhere' };

/** Cluster whose control plane is not one of kubeadm. */
const HOSTED = own('cluster.x-k8s.io/v1beta2', 'Cluster', 'hosted', {
  spec: { controlPlaneRef: { kind: 'KamajiControlPlane', name: 'hosted' } },
});

/** Set of the user's own that names two objects. */
const SET = own('addons.cluster.x-k8s.io/v1beta2', 'ClusterResourceSet', 'own', {
  spec: {
    resources: [
      { kind: 'Secret', name: 'a' },
      { kind: 'ConfigMap', name: 'b' },
    ],
  },
});

const IN_DEMO = { name: 'web', namespace: 'demo' };
/** Pod of the user's own in the cluster's namespace. */
const OWN_POD = { image: 'web:1', name: 'web' };
const LOCKED_POD = {
  ...OWN_POD,
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

const CASES: readonly ObjectSetCase[] = [
  {
    rule: 'object-pod-security',
    broken: {
      own: [
        own('v1', 'Pod', 'web', {
          metadata: IN_DEMO,
          spec: { hostPID: true, containers: [LOCKED_POD] },
        }),
      ],
    },
    sound: {
      own: [own('v1', 'Pod', 'web', { metadata: IN_DEMO, spec: { containers: [LOCKED_POD] } })],
    },
    says: `mothership/demo: hostPID of Pod web is true
  allowed: false or no value, as Namespace demo enforces restricted
  fix: correct hostPID, or give the Namespace a lower level`,
  },
  ...REFERENCES.map(
    ([key, object, field, kind, name]): ObjectSetCase => ({
      rule: 'object-reference-missing',
      broken: { patches: { [key]: [[`spec ${field.replaceAll('.', ' ')} name`, 'gone']] } },
      sound: { patches: { [key]: [[`spec ${field.replaceAll('.', ' ')} kind`, 'Other']] } },
      says: `mothership/demo: spec.${field}.name of ${object} is "gone"
  allowed: ${kind} of the cluster: "${name}"
  fix: write "${name}"`,
    }),
  ),
  {
    rule: 'object-reference-missing',
    broken: {
      patches: {
        controlPlane: [['spec machineTemplate spec infrastructureRef name', 'demo-worker']],
      },
    },
    sound: {
      own: [
        own('cluster.x-k8s.io/v1beta2', 'MachineDeployment', 'own', {
          spec: { template: { spec: { infrastructureRef: ELSEWHERE } } },
        }),
      ],
    },
    says: `mothership/demo: spec.machineTemplate.spec.infrastructureRef.name of KubeadmControlPlane demo-control-plane is "demo-worker"
  allowed: OpenStackMachineTemplate of the cluster: "demo-control-plane", "demo-workers"
  fix: write "demo-workers"`,
  },
  {
    rule: 'object-reference-missing',
    broken: {
      profile: VERSIONS.oldest(),
      patches: { controlPlane: [['spec machineTemplate infrastructureRef name', 'x']] },
    },
    says: `mothership/demo: spec.machineTemplate.infrastructureRef.name of KubeadmControlPlane demo-control-plane is "x"
  allowed: OpenStackMachineTemplate of the cluster: "demo-control-plane", "demo-workers"
  fix: write the name of one of them`,
  },
  {
    rule: 'object-cluster-missing',
    broken: { patches: { controlPlaneHealthCheck: [['spec clusterName', 'other']] } },
    sound: { patches: { controlPlaneHealthCheck: [['spec clusterName', undefined]] } },
    says: `mothership/demo: spec.clusterName of MachineHealthCheck demo-control-plane is "other"
  allowed: the cluster of its folder: "demo"
  fix: write "demo"`,
  },
  {
    rule: 'object-version-newer',
    broken: {
      patches: { [POOL]: [['spec template spec version', 'v1.36.0']] },
      own: [HOSTED],
    },
    sound: {
      own: [
        HOSTED,
        own('cluster.x-k8s.io/v1beta2', 'MachineDeployment', 'own', {
          spec: { clusterName: 'hosted', template: { spec: { version: 'v1.36.0' } } },
        }),
      ],
    },
    says: `mothership/demo: spec.template.spec.version ${ON_POOL} is "v1.36.0"
  allowed: 1.32, the minor of the control plane, or an older one
  fix: upgrade the control plane first`,
  },
  {
    rule: 'object-version-newer',
    broken: {
      patches: {
        controlPlane: [['spec version', 'v1.33.1']],
        [POOL]: [['spec template spec version', 'v1.34.0']],
      },
    },
    sound: {
      patches: {
        controlPlane: [['spec version', 'v1.33.1']],
        [POOL]: [['spec template spec version', 'v1.33.9']],
      },
    },
    says: `mothership/demo: spec.template.spec.version ${ON_POOL} is "v1.34.0"
  allowed: 1.33, the minor of the control plane, or an older one
  fix: upgrade the control plane first`,
  },
  {
    rule: 'object-version-mixed',
    broken: { own: [own('cluster.x-k8s.io/v1beta1', 'MachineDeployment', 'own', { spec: {} })] },
    sound: {
      own: [
        own('cluster.x-k8s.io/v1beta2', 'MachineDeployment', 'own', { spec: {} }),
        own('policy/v1', 'PodDisruptionBudget', 'a', {}),
        own('policy/v1beta1', 'PodDisruptionBudget', 'b', {}),
      ],
    },
    says: `mothership/demo: apiVersion of MachineDeployment own is "cluster.x-k8s.io/v1beta1"
  allowed: "cluster.x-k8s.io/v1beta2", as in other objects of this kind
  fix: write it as cluster.x-k8s.io/v1beta2`,
  },
  {
    rule: 'object-endpoint-machines',
    broken: { patches: { infrastructure: [NO_BALANCER] } },
    sound: { patches: { infrastructure: [NO_BALANCER], controlPlane: [['spec replicas', 1]] } },
    says: `mothership/demo: spec of OpenStackCluster demo is "a floating IP without a load balancer"
  allowed: one control-plane machine with a floating IP, not 3
  fix: enable the load balancer, or write replicas: 1`,
  },
  {
    rule: 'object-endpoint-machines',
    broken: { profile: NEWER, patches: { infrastructure: [['spec apiServer', undefined]] } },
    sound: { patches: { infrastructure: [NO_BALANCER, HOST] } },
    says: `mothership/demo: spec of OpenStackCluster demo is "a floating IP without a load balancer"
  allowed: one control-plane machine with a floating IP, not 3
  fix: enable the load balancer, or write replicas: 1`,
  },
  {
    rule: 'object-resource-set-secret',
    broken: { own: [SET, own('v1', 'Secret', 'a', { type: 'Opaque' })] },
    sound: {
      own: [
        SET,
        own('v1', 'Secret', 'a', { type: TYPE }),
        own('v1', 'Secret', 'c', { type: 'Opaque' }),
      ],
    },
    says: `mothership/demo: type of Secret a is "Opaque"
  allowed: "${TYPE}", because a ClusterResourceSet names the Secret
  fix: write type: "${TYPE}"`,
  },
  {
    rule: 'object-resource-set-value',
    broken: {
      own: [
        SET,
        own('v1', 'ConfigMap', 'b', { data: { x: MANIFEST.slice(1), y: MANIFEST } }),
        own('v1', 'Secret', 'a', {
          type: TYPE,
          data: { x: Buffer.from(MANIFEST.slice(1)).toString('base64'), z: '' },
          stringData: { z: MANIFEST.slice(2) },
        }),
      ],
    },
    sound: {
      own: [
        SET,
        own('v1', 'ConfigMap', 'b', { data: { y: MANIFEST } }),
        own('v1', 'Secret', 'a', {
          type: TYPE,
          data: { x: Buffer.from(MANIFEST).toString('base64'), z: '' },
          stringData: { z: MANIFEST },
        }),
      ],
    },
    says: `mothership/demo: bytes of data["x"] of ConfigMap b is 31
  allowed: 32 bytes or more
  fix: add a comment to it, or move it to another value as a separate document
mothership/demo: bytes of data["x"] of Secret a is 31
  allowed: 32 bytes or more
  fix: add a comment to it, or move it to another value as a separate document
mothership/demo: bytes of stringData["z"] of Secret a is 30
  allowed: 32 bytes or more
  fix: add a comment to it, or move it to another value as a separate document`,
  },
];

/** Examples of rules on the finished objects of a cluster together. */
export const OBJECT_SET_CASES: readonly RuleCase[] = CASES.map(
  ({ rule, says, broken, sound }): RuleCase => ({
    rule,
    says,
    broken: finished(broken),
    ...(sound && { sound: finished(sound) }),
  }),
);

function finished({
  patches = {},
  own: others = [],
  profile = VERSIONS.usual(),
}: ObjectSet): FinishedSet {
  return new FinishedSet(patchedObjects(patches, { profile }), others, profile);
}

function own(
  apiVersion: string,
  kind: string,
  name: string,
  fields: Readonly<Record<string, unknown>>,
): Manifest {
  return { apiVersion, kind, metadata: { name }, ...fields };
}
