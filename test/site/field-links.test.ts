import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkToField } from '../../site/field-links';
import { ROOT, sourceFiles } from '../support/import-graph';

/** A reference to a field in a docstring. */
const REFERENCE = /@see (\w+\.[\w.[\]-]+ \([\w.-]+\))/g;

describe('references to fields', () => {
  it('lead to the Go type of the kind', () => {
    assert.equal(
      linkToField('MachineDeployment.spec.replicas (cluster.x-k8s.io)'),
      '[MachineDeployment.spec.replicas](https://pkg.go.dev/sigs.k8s.io/cluster-api@v1.13.7/api/core/v1beta2#MachineDeployment) (cluster.x-k8s.io)',
    );
    assert.match(
      linkToField('OpenStackFloatingIPPool.spec.maxIPs (infrastructure.cluster.x-k8s.io)'),
      /cluster-api-provider-openstack@v0\.14\.7\/api\/v1alpha1#OpenStackFloatingIPPool/,
    );
  });

  it('leave other texts as they are', () => {
    assert.equal(linkToField('the book of the provider'), 'the book of the provider');
  });

  it('fail for a kind whose Go package is not known', () => {
    assert.throws(
      () => linkToField('Widget.spec (example.org)'),
      /^Error: no Go package is known for Widget \(example\.org\)$/,
    );
  });

  it('can all be linked', () => {
    const references = sourceFiles('constructs', 'lib').flatMap((file) =>
      Array.from(
        readFileSync(join(ROOT, file), 'utf8').matchAll(REFERENCE),
        ([, reference = '']) => reference,
      ),
    );

    assert.ok(references.length > 400);
    for (const reference of references) assert.match(linkToField(reference), /^\[.+\]\(https:/);
  });
});
