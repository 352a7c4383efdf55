import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, sourceFiles } from '../support/import-graph';

/** Words of one provider, be they names, kinds, services or sources. */
const WORDS = [
  'openstack|nova|neutron|cinder|octavia|keystone|glance|designate|flavors?|capo',
  'vsphere|vcenter|vmware|capv',
  'aws|ec2|ebs|elb|vpc|amazon|capa',
  'azure|capz|hetzner|hcloud|caph',
  'capd|devcluster|devmachine',
].join('|');
const OF_PROVIDERS = new RegExp(`(?<![A-Za-z])(?:${WORDS})(?![a-z])`, 'gi');

/** Published digests, by references to images, which hold the words of their projects. */
const DIGESTS = 'lib/cluster/model/image-digests.ts';
/** Texts of others that hold such a word. */
const OTHERS: Readonly<Record<string, string>> = {
  // A path of Windows, as an example.
  'lib/kubeadm/rules/node-file-rules.ts': 'azure',
  // A class of programs, as an example.
  'lib/cluster/model/cloud-offers.ts': 'OpenStack',
};

describe('what is the same on every cloud', () => {
  for (const folder of ['lib/cluster', 'lib/kubeadm', 'lib/fleet', 'lib/provider']) {
    it(`has no word of a provider in ${folder}`, () => {
      const found = sourceFiles(folder)
        .filter((file) => file !== DIGESTS)
        .flatMap((file) =>
          [...readFileSync(join(ROOT, file), 'utf8').matchAll(OF_PROVIDERS)]
            .filter(([word]) => OTHERS[file] !== word)
            .map(([word]) => `${file}: ${word}`),
        );

      assert.deepEqual(found, []);
    });
  }

  it('is looked for with words that providers have', () => {
    const own = sourceFiles('lib/openstack').map((file) => readFileSync(join(ROOT, file), 'utf8'));

    assert.ok(own.filter((text) => text.search(OF_PROVIDERS) >= 0).length > own.length / 2);
  });
});
