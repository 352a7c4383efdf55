import parse from 'semver/functions/parse';
import type { Rule } from '../../base/rule';
import type { AddonSubject } from './subjects';

/** First release that makes up the datacenter which Hetzner's API no longer tells. */
const OLDEST = '1.35.0';

/** Rules on the cloud controller manager. */
export const HCLOUD_CONTROLLER_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'hcloud-controller-release',
    reason:
      'Older releases look for the datacenter of a server, of which the API tells nothing any more.',
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
