import { poolModel, profile } from '../../../../support/models';
import { cluster, type RuleCase, withAddons, withPool } from '../../../assembly/rule-case';

const LONG = 'a'.repeat(64);
const SECRET = { kind: 'secret', suffix: '', entries: [{ key: 'a', documents: [] }] } as const;
const CREDENTIALS = {
  kind: 'plaintext',
  secretName: 'demo-cloud-config',
  cloudName: 'openstack',
  cloudsYaml: 'clouds: { openstack: { auth: { auth_url: a, token: fake } } }',
} as const;

const DEPLOYMENT = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'demo-a' } };
const HELM = profile('1.14', undefined, { helmAddonProvider: true });
const CHART = {
  chart: 'gpu-operator',
  repository: 'https://charts.example.org',
  version: '25.3.0',
  releaseName: 'gpu-operator',
  namespace: 'gpu',
  values: {},
};

/** Examples of rules on names. */
export const NAME_CASES: readonly RuleCase[] = [
  {
    rule: 'cluster-name',
    broken: cluster({ name: 'Prod_EU' }),
    sound: cluster({ name: 'prod-eu' }),
    says: `mothership/Prod_EU: name is "Prod_EU"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: name it "prod-eu"`,
  },
  {
    rule: 'cluster-name',
    broken: cluster({ name: LONG }),
    sound: cluster({ name: LONG.slice(1) }),
    says: `mothership/${LONG}: name is "${LONG}"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: name it "${LONG.slice(1)}"`,
  },
  {
    rule: 'cluster-name',
    broken: cluster({ name: '_._' }),
    sound: cluster({ name: '2030-eu' }),
    says: `mothership/_._: name is "_._"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: name it "cluster"`,
  },
  {
    rule: 'namespace-name',
    broken: cluster({ namespace: 'Team A', ownsNamespace: false }),
    sound: cluster({ namespace: '1team-a', ownsNamespace: false }),
    says: `mothership/demo: namespace is "Team A"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: write "team-a", or leave namespace out`,
  },
  {
    rule: 'namespace-taken',
    broken: cluster({ name: 'default' }),
    sound: cluster({ name: 'kube-prod' }),
    says: `mothership/default: name is "default"
  allowed: a name that no namespace of Kubernetes or of a controller uses
  fix: name it "default-cluster", or write namespace: "default"`,
  },
  {
    rule: 'api-server-port',
    broken: cluster({
      apiServerPort: 0,
      securityGroups: {
        kind: 'adopted',
        controlPlane: [{ filter: { name: 'a' } }],
        workers: [{ filter: { name: 'a' } }],
      },
    }),
    sound: cluster({
      apiServerPort: 443,
      securityGroups: {
        kind: 'adopted',
        controlPlane: [{ filter: { name: 'a' } }],
        workers: [{ filter: { name: 'a' } }],
      },
    }),
    says: `mothership/demo: apiServerPort is 0
  allowed: an integer from 1 to 65535
  fix: leave apiServerPort out to use 6443`,
  },
  {
    rule: 'pool-name',
    broken: withPool({ name: 'general_purpose_1' }),
    sound: withPool({ name: '2xlarge-general-purpose' }),
    says: `mothership/demo/general_purpose_1: name is "general_purpose_1"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: name it "general-purpose-1"`,
  },
  {
    rule: 'pool-name',
    broken: withPool({ name: 'GPU.large' }),
    says: `mothership/demo/GPU.large: name is "GPU.large"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: name it "gpu-large"`,
  },
  {
    rule: 'pool-name-reserved',
    broken: withPool({ name: 'control-plane' }),
    sound: withPool({ name: 'control' }),
    says: `mothership/demo/control-plane: name is "control-plane"
  allowed: a name other than "control-plane"
  fix: name it "workers"`,
  },
  {
    rule: 'deployment-name',
    broken: longDeployment('general-workers'),
    sound: longDeployment('general'),
    says: `mothership/c/general-workers: name is "general-workers"
  allowed: at most 10 characters, so that "c${'a'.repeat(51)}-<name>" has at most 63
  fix: name it "general"`,
  },
  {
    rule: 'deployment-name',
    broken: prod('gpu-a100-preemptible-'.repeat(3).slice(0, 59)),
    sound: prod('gpu-a100-preemptible'),
    says: `mothership/prod/gpu-a100-preemptible-gpu-a100-preemptible-gpu-a100-preempti: name is "gpu-a100-preemptible-gpu-a100-preemptible-gpu-a100-preempti"
  allowed: at most 58 characters, so that "prod-<name>" has at most 63
  fix: name it "gpu-a100-preemptible-gpu-a100-preemptible-gpu-a100"`,
  },
  {
    rule: 'addon-name',
    broken: withAddons({ name: 'Argo CD' }),
    sound: withAddons({ name: 'argo-cd' }),
    says: `mothership/demo/Argo CD: name is "Argo CD"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: name it "argo-cd"`,
  },
  {
    rule: 'addon-object-name',
    broken: withAddons({ name: 'a'.repeat(59), managementObjects: [DEPLOYMENT] }),
    sound: withAddons({ name: 'a'.repeat(58), managementObjects: [DEPLOYMENT] }),
    says: `mothership/demo/${'a'.repeat(59)}: name is "${'a'.repeat(59)}"
  allowed: at most 58 characters, so that "demo-<name>" has at most 63
  fix: name it "${'a'.repeat(58)}"`,
  },
  {
    rule: 'addon-object-name',
    broken: { ...withAddons({ name: `g${'a'.repeat(58)}`, helmChart: CHART }), profile: HELM },
    sound: withAddons({ name: 'a'.repeat(63) }),
    says: `mothership/demo/g${'a'.repeat(58)}: name is "g${'a'.repeat(58)}"
  allowed: at most 58 characters, so that "demo-<name>" has at most 63
  fix: name it "g${'a'.repeat(57)}"`,
  },
  {
    rule: 'addon-name-reserved',
    broken: withAddons({ name: 'kubeconfig', payload: [SECRET] }),
    sound: withAddons({ name: 'kubeconfig' }),
    says: `mothership/demo/kubeconfig: name is "kubeconfig"
  allowed: a name whose Secret "demo-kubeconfig" does not exist yet
  fix: name it "kubeconfig-addon"`,
  },
  {
    rule: 'addon-name-credentials',
    broken: {
      ...withAddons({ name: 'cloud', payload: [{ ...SECRET, suffix: 'config' }] }),
      credentials: CREDENTIALS,
    },
    sound: {
      ...withAddons({ name: 'cloud', payload: [{ ...SECRET, suffix: 'access' }] }),
      credentials: CREDENTIALS,
    },
    says: `mothership/demo/cloud: name is "cloud"
  allowed: a name whose Secret "demo-cloud-config" does not exist yet
  fix: name it "cloud-addon"`,
  },
  {
    rule: 'addon-name-unique',
    broken: withAddons({ name: 'hello' }, { name: 'hello' }),
    sound: withAddons({ name: 'hello' }, { name: 'hello-2' }),
    says: `mothership/demo/hello: name is "hello"
  allowed: a name that no other addon of the cluster has
  fix: name it "hello-2"`,
  },
  {
    rule: 'namespace-name',
    broken: cluster({ namespace: 'n'.repeat(64), ownsNamespace: false }),
    sound: cluster({ namespace: 'n'.repeat(63), ownsNamespace: false }),
    says: `mothership/demo: namespace is "${'n'.repeat(64)}"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: write "${'n'.repeat(63)}", or leave namespace out`,
  },
  {
    rule: 'deployment-name',
    broken: longDeployment('p'.repeat(11)),
    sound: longDeployment('p'.repeat(10)),
    says: `mothership/c/ppppppppppp: name is "ppppppppppp"
  allowed: at most 10 characters, so that "c${'a'.repeat(51)}-<name>" has at most 63
  fix: name it "pppppppppp"`,
  },
];

function longDeployment(name: string) {
  const long = `c${'a'.repeat(51)}`;
  return cluster({
    name: long,
    pools: [poolModel({ name, path: `mothership/c/${name}`, deploymentName: `${long}-${name}` })],
  });
}

function prod(name: string) {
  const pool = { name, path: `mothership/prod/${name}`, deploymentName: `prod-${name}` };
  return cluster({ name: 'prod', pools: [poolModel(pool)] });
}
