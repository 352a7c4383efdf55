import assert from 'node:assert/strict';
import { engineError } from '../../../lib/cli/engine-error';

/** What the Automation API says of an update that failed, with what the command printed. */
const FAILURE = `code: -2
 stdout:
 stderr: Command failed with exit code 255: pulumi up --yes --stack b
warning: using pulumi-resource-openstack from $PATH
Updating (b):
 +  openstack:networking:Network mothership/b/network/network creating (0s)
\u001b[31mDiagnostics:\u001b[0m
  openstack:networking:Network (mothership/b/network/network):
    error: sdk-v2/provider2.go:571: sdk.helper_schema: Quota exceeded for resources: ['network']
    error: 1 error occurred:
    	* Quota exceeded for resources: ['network']
  pulumi:pulumi:Stack (fleet-b):
    error: update failed
Outputs:
    clusters: {}
Resources:
    1 errored
Duration: 1s`;

describe('engineError', () => {
  it('keeps what Pulumi says of resources', () => {
    assert.equal(
      engineError(FAILURE),
      [
        '  openstack:networking:Network (mothership/b/network/network):',
        "    error: sdk-v2/provider2.go:571: sdk.helper_schema: Quota exceeded for resources: ['network']",
        "    \t* Quota exceeded for resources: ['network']",
      ].join('\n'),
    );
  });

  it('keeps the three lines of a mistake', () => {
    const mistake = 'mothership/a: nodeCidr is "x"\n  allowed: a range\n  fix: write 10.0.0.0/24';

    assert.equal(
      engineError(mistake),
      '  mothership/a: nodeCidr is "x"\n    allowed: a range\n    fix: write 10.0.0.0/24',
    );
  });

  it('keeps a dozen lines at most, and none twice', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `error: ${i}`);
    const text = engineError([...lines, ...lines].join('\n'));

    assert.deepEqual(
      text.split('\n'),
      lines.slice(0, 12).map((line) => `  ${line}`),
    );
  });

  it('keeps everything when all of it is noise', () => {
    assert.equal(engineError('error: update failed'), '  error: update failed');
  });
});
