import type { Finding } from '../../base/errors';
import { leaveOut, nameIt, suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber, nextWhole } from '../../base/words';
import type { EbsVolume } from '../model/volume';
import type { MachineSubject } from './subjects';

const WEBHOOK = 'CAPA@v2.11.1:webhooks/awsmachine_webhook.go';
const CRD =
  'CAPA@v2.11.1:config/crd/bases/infrastructure.cluster.x-k8s.io_awsmachinetemplates.yaml';
const LEAST_GIB = 8;
const MOST_GIB = 65_536;
const LEAST_THROUGHPUT = 125;
const MOST_THROUGHPUT = 2_000;
const LEAST_IOPS = 100;
const DEVICE = /^(?:\/dev\/sd[b-z]|\/dev\/xvd[b-z]|\/dev\/xvd[b-d][a-z]|sd[b-z]|xvd[b-z])\d{0,2}$/;
const FIRST_DEVICE = '/dev/sdb';

interface Mistake {
  readonly part: string;
  readonly finding: Finding;
}

/** Rules for the volumes of machines. */
export const AWS_VOLUME_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'aws-volume-size',
    reason: 'The CRD rejects volumes smaller than 8 GiB, and EBS accepts only whole gibibytes.',
    source: CRD,
    check: eachVolume(({ sizeGiB }) => {
      if (isWholeNumber(sizeGiB, LEAST_GIB, MOST_GIB)) return undefined;
      const next = nextWhole(sizeGiB, LEAST_GIB, MOST_GIB);
      return {
        part: 'sizeGiB',
        finding: {
          given: sizeGiB,
          allowed: `an integer from ${LEAST_GIB} to ${MOST_GIB} GiB`,
          fix: write(next ?? (sizeGiB > MOST_GIB ? MOST_GIB : LEAST_GIB)),
        },
      };
    }),
  },
  {
    id: 'aws-volume-iops',
    reason: 'The webhook requires iops for io1 and io2; the iops of gp2 follow from its size.',
    source: WEBHOOK,
    check: eachVolume(({ type, iops }) => {
      const isProvisioned = type === 'io1' || type === 'io2';
      if (iops === undefined) {
        if (!isProvisioned) return undefined;
        const finding = {
          given: iops,
          allowed: `an integer of ${LEAST_IOPS} or more for ${type}`,
          fix: suchAs(3_000, 'iops'),
        };
        return { part: 'iops', finding };
      }
      if ((isProvisioned || type === 'gp3') && isWholeNumber(iops, LEAST_IOPS)) return undefined;
      return {
        part: 'iops',
        finding: {
          given: iops,
          allowed: `an integer of ${LEAST_IOPS} or more, only with type gp3, io1 or io2`,
          fix: isProvisioned ? write(3_000) : leaveOut(),
        },
      };
    }),
  },
  {
    id: 'aws-volume-throughput',
    reason:
      'The webhook accepts another throughput on the template, but rejects it on the machine.',
    source: WEBHOOK,
    check: eachVolume(({ type, throughput }) => {
      if (throughput === undefined) return undefined;
      const isWithin = isWholeNumber(throughput, LEAST_THROUGHPUT, MOST_THROUGHPUT);
      if (type === 'gp3' && isWithin) return undefined;
      return {
        part: 'throughput',
        finding: {
          given: throughput,
          allowed: `an integer from ${LEAST_THROUGHPUT} to ${MOST_THROUGHPUT}, only with type gp3`,
          fix: leaveOut(),
        },
      };
    }),
  },
  {
    id: 'aws-volume-key',
    reason: 'A KMS key has no effect on a volume that is not encrypted.',
    source: 'CAPA@v2.11.1:pkg/cloud/services/ec2/instances.go',
    check: eachVolume(({ encrypted, encryptionKey }) =>
      encryptionKey === undefined || encrypted === true
        ? undefined
        : {
            part: 'encrypted',
            finding: {
              given: encrypted,
              allowed: 'true when encryptionKey is set',
              fix: write(true, { begins: 'write encrypted:' }),
            },
          },
    ),
  },
  {
    id: 'aws-device-name',
    reason:
      'Each volume needs a unique device name, and the first name belongs to the root volume.',
    source: WEBHOOK,
    check({ machine: { path, dataVolumes = [] } }, refuse) {
      const names = dataVolumes.map(({ deviceName }) => deviceName);
      names.forEach((name, index) => {
        if (DEVICE.test(name) && names.indexOf(name) === index) return;
        refuse(
          { path, prop: `dataVolumes[${index}].deviceName` },
          {
            given: name,
            allowed: `a name such as "${FIRST_DEVICE}" that no other volume has`,
            fix: nameIt(freeDevice(names)),
          },
        );
      });
    },
  },
];

/** Checks the root volume and the data volumes of a machine. */
function eachVolume(
  mistakeIn: (volume: EbsVolume) => Mistake | undefined,
): Rule<MachineSubject>['check'] {
  return ({ machine: { path, rootVolume, dataVolumes = [] } }, refuse) => {
    const volumes: [string, EbsVolume][] = [
      ...(rootVolume === undefined ? [] : [['rootVolume', rootVolume] as [string, EbsVolume]]),
      ...dataVolumes.map((volume, index): [string, EbsVolume] => [`dataVolumes[${index}]`, volume]),
    ];
    for (const [prop, volume] of volumes) {
      const mistake = mistakeIn(volume);
      if (mistake !== undefined) refuse({ path, prop: `${prop}.${mistake.part}` }, mistake.finding);
    }
  };
}

function freeDevice(names: readonly string[]): string {
  const letters = 'bcdefghijklmnop';
  const free = [...letters].find((letter) => !names.includes(`/dev/sd${letter}`));
  return `/dev/sd${free ?? 'p'}`;
}
