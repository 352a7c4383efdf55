import { leaveOut, write } from '../../base/fix';
import { mapAt, valueAt } from '../../base/value-at';
import { isTemplate, noFieldOfMachines, objectRule } from '../../cluster/rules/object-rule';
import { isRegion, REGIONS, zoneOf } from '../model/region';
import { CLUSTER_WEBHOOK, MACHINE_WEBHOOK } from './sources';

const BALANCER = 'controlPlaneLoadBalancer';
const PATCH = 'take the patch that removes it out';
/** Annotation by which a cluster goes without an endpoint and regions of its own. */
const WITHOUT_ENDPOINT = 'capi.syself.com/allow-empty-control-plane-address';

/** Rules on HetznerClusters and their templates. */
export const HETZNER_CLUSTER_OBJECT_RULES = [
  objectRule({
    id: 'object-hetzner-regions',
    reason: 'The webhook takes regions that it knows, of one network zone.',
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
        allowed: `regions of one network zone, of ${REGIONS.join(', ')}`,
        fix: 'take the patch that changes them out',
      });
    },
  }),
  objectRule({
    id: 'object-hetzner-balancer-region',
    reason:
      'The webhook takes no load balancer without a region, and one is made unless it is off.',
    source: CLUSTER_WEBHOOK,
    check(spec, refuse) {
      const { enabled = true, region } = mapAt(spec, BALANCER);
      if (enabled !== true || (region !== undefined && region !== '')) return;
      refuse(`spec.${BALANCER}.region`, { given: region, allowed: 'a region', fix: PATCH });
    },
  }),
  objectRule({
    id: 'object-hetzner-endpoint',
    reason: 'The webhook wants an endpoint where no load balancer is made.',
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
    reason: 'Without the key of a token the provider makes no server of Hetzner Cloud.',
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

/** Rules on HCloudMachines and their templates. */
export const HCLOUD_MACHINE_OBJECT_RULES = [
  objectRule({
    id: 'object-hcloud-provider-id',
    reason: 'A template that names one server names it for all of its machines.',
    source: MACHINE_WEBHOOK,
    check: noFieldOfMachines(['providerID']),
  }),
  objectRule({
    id: 'object-hcloud-image',
    reason: 'The webhook wants an image by its name, or from a URL, not both.',
    source: MACHINE_WEBHOOK,
    check(spec, refuse) {
      const { imageName, imageURL } = spec;
      if ((imageName === undefined) !== (imageURL === undefined)) return;
      refuse('spec.imageName', {
        given: imageName,
        allowed: 'imageName or imageURL, one of them',
        fix: imageName === undefined ? PATCH : leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-hcloud-image-command',
    reason: 'The webhook wants a command for an image from a URL, and takes none for another.',
    source: MACHINE_WEBHOOK,
    check(spec, refuse) {
      const { imageURL, imageURLCommand } = spec;
      if ((imageURL === undefined) === (imageURLCommand === undefined)) return;
      refuse('spec.imageURLCommand', {
        given: imageURLCommand,
        allowed: 'a command where there is an imageURL, and only there',
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
