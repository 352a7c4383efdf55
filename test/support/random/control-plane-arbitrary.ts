import fc from 'fast-check';
import type { ControlPlaneProps } from '../../../constructs/index';
import { featureParts } from './features-arbitrary';
import { labelParts, machineParts, withDisks } from './machine-arbitrary';
import {
  address,
  type Every,
  extraArgs,
  flag,
  halfOf,
  moment,
  seconds,
  someOf,
  taints,
  word,
  zone,
} from './parts';

type Placed = 'failureDomains' | 'omitAvailabilityZone';

const place: fc.Arbitrary<Pick<ControlPlaneProps, Placed>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  flag.map((omitAvailabilityZone) => ({ omitAvailabilityZone })),
  fc.uniqueArray(zone, { minLength: 1 }).map((failureDomains) => ({ failureDomains })),
);
const others = someOf<Omit<Every<ControlPlaneProps>, 'flavor' | Placed | 'propagateTaints'>>({
  ...machineParts,
  ...labelParts,
  ...featureParts,
  replicas: fc.constantFrom(1, 3, 5, 7),
  apiServerExtraArgs: extraArgs,
  controllerManagerExtraArgs: extraArgs,
  schedulerExtraArgs: extraArgs,
  certSANs: fc.uniqueArray(
    fc.oneof(
      address,
      word,
      word.map((name) => `*.${name}.example`),
    ),
    {
      maxLength: 3,
    },
  ),
  schedulable: flag,
  taints: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, taints),
  rollout: halfOf({
    maxSurge: fc.constantFrom(0, 1),
    after: moment,
    certificatesExpiryDays: fc.integer({ min: 7, max: 300 }),
  }),
  remediation: halfOf({ maxRetry: fc.nat(10), retryPeriod: seconds, minHealthyPeriod: seconds }),
});

/** Props of a control plane, but for its flavor. */
export const controlPlane: fc.Arbitrary<Omit<ControlPlaneProps, 'flavor'>> = fc
  .tuple(others, place)
  .map(([rest, placed]) => ({
    ...(rest.remediation !== undefined && { healthCheck: {} }),
    ...withDisks({ ...rest, ...placed }),
  }));
