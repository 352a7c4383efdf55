import { leaveOut, write } from '../../base/fix';
import { mapAt, valueAt } from '../../base/value-at';
import { isTemplate, noFieldOfMachines, objectRule } from '../../cluster/rules/object-rule';
import { isRegion, REGIONS, zoneOf } from '../model/region';
import { CLUSTER_WEBHOOK, MACHINE_WEBHOOK } from './sources';

const BALANCER = 'controlPlaneLoadBalancer';
const PATCH = 'remove the patch that deletes it';
/** Annotation that allows a cluster without an endpoint and regions. */
const WITHOUT_ENDPOINT = 'capi.syself.com/allow-empty-control-plane-address';

/** Rules for HetznerClusters and their templates. */
export const HETZNER_CLUSTER_OBJECT_RULES = [
  objectRule({
    id: 'object-hetzner-regions',
    reason: 'The webhook rejects unknown regions, and regions of different network zones.',
    source: CLUSTER_WEBHOOK,
    check(spec, refuse, subject) {
      const regions = textsOf(spec.controlPlaneRegions);
      if (regions.length === 0 && !goesWithout(subject.object.metadata)) {
        refuse('spec.controlPlaneRegions', { given: regions, allowed: 'at least one', fix: PATCH });
      }
      const [first = ''] = regions;
      const strangers = regions.filter((region) => !isRegion(region));
      const fitting = regions.filter((region) => zoneOf(region) === zoneOf(first));
      if (strangers.length === 0 && fitting.length === regions.length) return;
      refuse('spec.controlPlaneRegions', {
        given: regions,
        allowed: `regions of one network zone, out of ${REGIONS.join(', ')}`,
        fix: 'remove the patch that changes them',
      });
    },
  }),
  objectRule({
    id: 'object-hetzner-balancer-region',
    reason: 'The webhook rejects a load balancer without a region, and it is enabled by default.',
    source: CLUSTER_WEBHOOK,
    check(spec, refuse) {
      const { enabled = true, region } = mapAt(spec, BALANCER);
      if (enabled !== true || (region !== undefined && region !== '')) return;
      refuse(`spec.${BALANCER}.region`, { given: region, allowed: 'a region', fix: PATCH });
    },
  }),
  objectRule({
    id: 'object-hetzner-endpoint',
    reason: 'The webhook requires an endpoint if the load balancer is disabled.',
    source: CLUSTER_WEBHOOK,
    check(spec, refuse, subject) {
      if (valueAt(spec, BALANCER, 'enabled') !== false) return;
      if (isTemplate(subject) || goesWithout(subject.object.metadata)) return;
      const { host = '', port = 0 } = mapAt(spec, 'controlPlaneEndpoint');
      if (host !== '' && port !== 0) return;
      refuse('spec.controlPlaneEndpoint', {
        given: spec.controlPlaneEndpoint,
        allowed: 'host and port',
        fix: 'write endpoint: HetznerEndpoint.external({ host })',
      });
    },
  }),
  objectRule({
    id: 'object-hetzner-token',
    reason: 'Without the key of the token the provider cannot create Hetzner Cloud servers.',
    source: CLUSTER_WEBHOOK,
    check(spec, refuse) {
      const given = valueAt(spec, 'hetznerSecretRef', 'key', 'hcloudToken');
      if (typeof given !== 'string' || given !== '') return;
      refuse('spec.hetznerSecretRef.key.hcloudToken', {
        given,
        allowed: 'the key of a Secret',
        fix: write('token'),
      });
    },
  }),
];

/** Rules for HCloudMachines and their templates. */
export const HCLOUD_MACHINE_OBJECT_RULES = [
  objectRule({
    id: 'object-hcloud-provider-id',
    reason:
      'With a provider ID in the template, all of its machines would refer to the same server.',
    source: MACHINE_WEBHOOK,
    check: noFieldOfMachines(['providerID']),
  }),
  objectRule({
    id: 'object-hcloud-image',
    reason: 'The webhook requires an image either by name or from a URL, not both.',
    source: MACHINE_WEBHOOK,
    check(spec, refuse) {
      const { imageName, imageURL } = spec;
      if ((imageName === undefined) !== (imageURL === undefined)) return;
      refuse('spec.imageName', {
        given: imageName,
        allowed: 'either imageName or imageURL',
        fix: imageName === undefined ? PATCH : leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-hcloud-image-command',
    reason:
      'The webhook requires a command for an image from a URL, and rejects it for other images.',
    source: MACHINE_WEBHOOK,
    check(spec, refuse) {
      const { imageURL, imageURLCommand } = spec;
      if ((imageURL === undefined) === (imageURLCommand === undefined)) return;
      refuse('spec.imageURLCommand', {
        given: imageURLCommand,
        allowed: 'a command only together with an imageURL, and always with one',
        fix: imageURL === undefined ? leaveOut() : PATCH,
      });
    },
  }),
];

function goesWithout({ annotations }: { readonly annotations?: unknown }): boolean {
  return valueAt(annotations, WITHOUT_ENDPOINT) === 'true';
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
