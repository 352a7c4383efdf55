import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import {
  isRepository,
  type RepositoryForm,
  repositoryFinding,
} from '../../cluster/rules/repositories';
import type { ControlPlaneSubject } from './subjects';

const DNS_TAG = /^v?\d+\.\d+\.\d+([-_.][\w.-]+)?$/;
const MOST_REPOSITORY = 512;
const REPOSITORY: RepositoryForm = {
  without: 'the name of an image',
  fits: (text) => text.length <= MOST_REPOSITORY && isRepository(text),
  corrected: (text) => text.replace(/@.*$/, '').replace(/\/*$/, ''),
};
const IMAGES = 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/images/images.go';

/** Rules on the image repositories of a control plane. */
export const KUBEADM_IMAGE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'kubeadm-image-repository',
    reason: 'kubeadm appends a slash and the name of each image to the repository.',
    source: IMAGES,
    check({ controlPlane: { path, imageRepository, dns } }, refuse) {
      for (const [prop, given] of [
        ['imageRepository', imageRepository],
        ['dns.imageRepository', dns?.imageRepository],
      ] as const) {
        const finding = repositoryFinding(given, REPOSITORY);
        if (finding !== undefined) refuse({ path, prop }, finding);
      }
    },
  },
  {
    id: 'dns-image-tag',
    reason: 'Cluster API reads the version of CoreDNS from its tag, to migrate its configuration.',
    source: 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go',
    check({ controlPlane: { path, dns } }, refuse) {
      const given = dns?.imageTag;
      if (given === undefined || DNS_TAG.test(given)) return;
      refuse(
        { path, prop: 'dns.imageTag' },
        {
          given,
          allowed: 'a tag with a three-part version, such as "v1.12.0"',
          fix: leaveOut(),
        },
      );
    },
  },
];
