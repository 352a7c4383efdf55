import { leaveOut, write } from '../fix';
import type { Refuse, Rule } from './rule';
import type { ControlPlaneSubject } from './subjects';

const REPOSITORY = /^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const DNS_TAG = /^v?\d+\.\d+\.\d+([-_.][\w.-]+)?$/;
const MOST_REPOSITORY = 512;
const IMAGES = 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/images/images.go';

/** Rules on where the images of a control plane come from. */
export const KUBEADM_IMAGE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'kubeadm-image-repository',
    reason: 'kubeadm puts a slash and the name of each image behind it.',
    source: IMAGES,
    check({ controlPlane: { path, imageRepository, dns } }, refuse) {
      checkRepository(path, 'imageRepository', imageRepository, refuse);
      checkRepository(path, 'dns.imageRepository', dns?.imageRepository, refuse);
    },
  },
  {
    id: 'dns-image-tag',
    reason: 'Cluster API reads the version of CoreDNS in its tag, to migrate the configuration.',
    source: 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go',
    check({ controlPlane: { path, dns } }, refuse) {
      const given = dns?.imageTag;
      if (given === undefined || DNS_TAG.test(given)) return;
      refuse(
        { path, prop: 'dns.imageTag' },
        {
          given,
          allowed: 'a tag with a version of three numbers, such as "v1.12.0"',
          fix: leaveOut(),
        },
      );
    },
  },
];

function checkRepository(
  path: string,
  prop: string,
  given: string | undefined,
  refuse: Refuse,
): void {
  if (given === undefined || isRepository(given)) return;
  const better = given
    .replace(/^[a-z]+:\/\//, '')
    .replace(/@.*$/, '')
    .replace(/\/*$/, '');
  refuse(
    { path, prop },
    {
      given,
      allowed: 'a registry and a path, without the name of an image and without a tag',
      fix: isRepository(better) ? write(better) : leaveOut(),
    },
  );
}

function isRepository(text: string): boolean {
  return text.length <= MOST_REPOSITORY && REPOSITORY.test(text);
}
