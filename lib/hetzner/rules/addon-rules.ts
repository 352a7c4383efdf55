import parse from 'semver/functions/parse';
import type { Rule } from '../../base/rule';
import type { AddonSubject } from './subjects';

/** First release that makes up the datacenter, which Hetzner's API no longer reports. */
const OLDEST = '1.35.0';

/** Rules for the cloud controller manager. */
export const HCLOUD_CONTROLLER_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'hcloud-controller-release',
    reason: 'Older releases read the datacenter of a server, which the API no longer reports.',
    source: 'hetznercloud/hcloud-cloud-controller-manager@v1.35.0:CHANGELOG.md',
    check({ addon: { path, version } }, refuse) {
      const release = parse(version);
      if (release === null || release.compare(OLDEST) >= 0) return;
      refuse(
        { path, prop: 'version' },
        {
          given: version,
          allowed: `${OLDEST} or newer`,
          fix: `leave it out, or write ${JSON.stringify(OLDEST)}`,
        },
      );
    },
  },
];
