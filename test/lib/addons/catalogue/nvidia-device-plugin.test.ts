import assert from 'node:assert/strict';
import { Addon } from '../../../../constructs/addons/addon';
import type { NvidiaDevicePluginOptions } from '../../../../lib/addons/catalogue/nvidia-device-plugin';
import { delivered, described, find, member, podSpec } from '../../../constructs/addons/described';
import { assertHolds } from '../../../support/assert-holds';

describe('Addon.nvidiaDevicePlugin', () => {
  it('runs on every Linux node that says it has such processors, whatever its taints', () => {
    assertHolds(pods(), {
      nodeSelector: { 'kubernetes.io/os': 'linux', 'nvidia.com/gpu.present': 'true' },
      tolerations: [{ operator: 'Exists' }],
      volumes: [
        {
          name: 'plugins',
          hostPath: { path: '/var/lib/kubelet/device-plugins', type: 'Directory' },
        },
      ],
    });
  });

  it('offers the resource that pools are labelled with', () => {
    assert.equal(described(Addon.nvidiaDevicePlugin()).offers, 'nvidia.com/gpu');
  });

  it('takes a release and an image of a mirror', () => {
    assert.equal(
      member(
        pods({ version: 'v0.18.0', image: 'mirror.example/plugin' }),
        'containers',
        0,
        'image',
      ),
      'mirror.example/plugin:v0.18.0',
    );
    assert.equal(
      member(pods(), 'containers', 0, 'image'),
      'nvcr.io/nvidia/k8s-device-plugin:v0.17.1',
    );
  });

  it('makes a runtime class of a handler, and runs by it', () => {
    const objects = objectsOf({ runtimeHandler: 'nvidia' });

    assertHolds(find(objects, 'RuntimeClass'), { metadata: { name: 'nvidia' }, handler: 'nvidia' });
    assert.equal(member(podSpec(find(objects, 'DaemonSet')), 'runtimeClassName'), 'nvidia');
    assert.equal(member(pods(), 'runtimeClassName'), undefined);
  });
});

function objectsOf(options: NvidiaDevicePluginOptions = {}) {
  return delivered(described(Addon.nvidiaDevicePlugin(options)));
}

function pods(options: NvidiaDevicePluginOptions = {}): unknown {
  return podSpec(find(objectsOf(options), 'DaemonSet'));
}
