import { profile } from '../../../../support/models';
import { FinishedObject, type RuleCase } from '../../../assembly/rule-case';

const SOUND = {
  controlPlaneRegions: ['fsn1'],
  controlPlaneLoadBalancer: { region: 'fsn1' },
  hetznerSecretRef: { name: 'hcloud', key: { hcloudToken: 'token' } },
  sshKeys: {},
};
const WITHOUT_ENDPOINT = { 'capi.syself.com/allow-empty-control-plane-address': 'true' };

/** Examples of rules on finished objects of Hetzner. */
export const HETZNER_OBJECT_CASES: readonly RuleCase[] = [
  {
    rule: 'object-hetzner-regions',
    broken: cluster({ controlPlaneRegions: [] }),
    sound: cluster({ controlPlaneRegions: [] }, WITHOUT_ENDPOINT),
    says: `mothership/demo: spec.controlPlaneRegions of HetznerCluster demo is []
  allowed: at least one
  fix: remove the patch that deletes it`,
  },
  {
    rule: 'object-hetzner-regions',
    broken: cluster({ controlPlaneRegions: ['fsn1', 'ash'] }),
    sound: cluster({ controlPlaneRegions: ['fsn1', 'nbg1'] }),
    says: `mothership/demo: spec.controlPlaneRegions of HetznerCluster demo is ["fsn1","ash"]
  allowed: regions of one network zone, out of fsn1, nbg1, hel1, ash, hil, sin
  fix: remove the patch that changes them`,
  },
  {
    rule: 'object-hetzner-regions',
    broken: cluster({ controlPlaneRegions: ['dc1'] }),
    says: `mothership/demo: spec.controlPlaneRegions of HetznerCluster demo is ["dc1"]
  allowed: regions of one network zone, out of fsn1, nbg1, hel1, ash, hil, sin
  fix: remove the patch that changes them`,
  },
  {
    rule: 'object-hetzner-balancer-region',
    broken: cluster({ controlPlaneLoadBalancer: {} }),
    sound: cluster({
      controlPlaneLoadBalancer: { enabled: false },
      controlPlaneEndpoint: { host: 'api.example.org', port: 443 },
    }),
    says: `mothership/demo: spec.controlPlaneLoadBalancer.region of HetznerCluster demo is missing
  allowed: a region
  fix: remove the patch that deletes it`,
  },
  {
    rule: 'object-hetzner-endpoint',
    broken: cluster({ controlPlaneLoadBalancer: { enabled: false } }),
    sound: cluster({ controlPlaneLoadBalancer: { enabled: false } }, WITHOUT_ENDPOINT),
    says: `mothership/demo: spec.controlPlaneEndpoint of HetznerCluster demo is missing
  allowed: host and port
  fix: write endpoint: HetznerEndpoint.external({ host })`,
  },
  {
    rule: 'object-hetzner-token',
    broken: cluster({ hetznerSecretRef: { name: 'hcloud', key: { hcloudToken: '' } } }),
    sound: cluster({}),
    says: `mothership/demo: spec.hetznerSecretRef.key.hcloudToken of HetznerCluster demo is ""
  allowed: the key of a Secret
  fix: write "token"`,
  },
  {
    rule: 'object-hcloud-provider-id',
    broken: template({ imageName: 'a', providerID: 'hcloud://1' }),
    sound: template({ imageName: 'a' }),
    says: `mothership/demo: spec.template.spec.providerID of HCloudMachineTemplate demo is "hcloud://1"
  allowed: none; the provider writes it into each machine
  fix: leave it out`,
  },
  {
    rule: 'object-hcloud-image',
    broken: template({ imageName: 'a', imageURL: 'oci://a', imageURLCommand: 'b' }),
    sound: template({ imageURL: 'oci://a', imageURLCommand: 'b' }),
    says: `mothership/demo: spec.template.spec.imageName of HCloudMachineTemplate demo is "a"
  allowed: either imageName or imageURL
  fix: leave it out`,
  },
  {
    rule: 'object-hcloud-image',
    broken: template({}),
    says: `mothership/demo: spec.template.spec.imageName of HCloudMachineTemplate demo is missing
  allowed: either imageName or imageURL
  fix: remove the patch that deletes it`,
  },
  {
    rule: 'object-hcloud-image-command',
    broken: template({ imageName: 'a', imageURLCommand: 'b' }),
    sound: template({ imageName: 'a' }),
    says: `mothership/demo: spec.template.spec.imageURLCommand of HCloudMachineTemplate demo is "b"
  allowed: a command only together with an imageURL, and always with one
  fix: leave it out`,
  },
  {
    rule: 'object-hcloud-image-command',
    broken: template({ imageURL: 'oci://a' }),
    says: `mothership/demo: spec.template.spec.imageURLCommand of HCloudMachineTemplate demo is missing
  allowed: a command only together with an imageURL, and always with one
  fix: remove the patch that deletes it`,
  },
];

function cluster(spec: object, annotations: Record<string, string> = {}): FinishedObject {
  return object('HetznerCluster', { ...SOUND, ...spec }, annotations);
}

function template(spec: object): FinishedObject {
  return object('HCloudMachineTemplate', { template: { spec: { type: 'cpx32', ...spec } } });
}

function object(
  kind: string,
  spec: object,
  annotations: Record<string, string> = {},
): FinishedObject {
  return new FinishedObject(
    {
      apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
      kind,
      metadata: { name: 'demo', annotations },
      spec,
    },
    profile('1.14', undefined, { infrastructure: ['hetzner'] }),
  );
}
