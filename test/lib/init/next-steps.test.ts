import assert from 'node:assert/strict';
import { AWS } from '../../../lib/init/aws';
import { LAPTOP } from '../../../lib/init/laptop';
import { nextSteps } from '../../../lib/init/next-steps';
import { OPENSTACK } from '../../../lib/init/openstack';

const NAME = { name: 'fleet' };

describe('next steps of a new project', () => {
  it('lead to a cluster on a laptop without a change', () => {
    assert.equal(
      nextSteps('my-fleet', { ...NAME, infrastructure: LAPTOP, pulumi: false }),
      `Next:
  cd my-fleet
  npm install
  npm run synth   # writes manifests
  npm test

clusters.ts defines the clusters. It runs unchanged; to create them:
  kind create cluster --config kind.yaml
  clusterctl init --infrastructure docker
  kubectl apply -k manifests/kind
`,
    );
  });

  it('say what to change on a cloud', () => {
    const steps = nextSteps('.', { ...NAME, infrastructure: AWS, pulumi: false });

    assert.doesNotMatch(steps, /cd /);
    assert.match(steps, /^clusters\.ts defines the clusters\. Change region, instance types, /m);
    assert.match(steps, /^ {2}npx capi-fleet secrets {3}# Secrets that must exist first$/m);
    assert.doesNotMatch(steps, /npm run up/);
  });

  it('provision with Pulumi before manifests are applied', () => {
    const steps = nextSteps('.', { ...NAME, infrastructure: OPENSTACK, pulumi: true });

    assert.ok(steps.indexOf('npm run plan') < steps.indexOf('npm run up'));
    assert.ok(steps.indexOf('npm run up') < steps.indexOf('kubectl apply'));
  });

  it('quote a folder for the shell', () => {
    const steps = nextSteps("it's mine", { ...NAME, infrastructure: LAPTOP, pulumi: false });

    assert.match(steps, /^ {2}cd 'it'\\''s mine'$/m);
  });
});
