import assert from 'node:assert/strict';
import { PLAIN_BOOTSTRAP } from '../../../../lib/kubeadm/model/bootstrap';
import { addonModel, clusterModel, controlPlaneModel, poolModel } from '../../../support/models';
import { renderedObject } from '../../../support/rendering';

const SUBSTITUTE = 'kustomize.toolkit.fluxcd.io/substitute';
const SCRIPT = { ...PLAIN_BOOTSTRAP, preKubeadmCommands: [`echo "\${HOME}"`] };

describe('an object with a variable in its texts', () => {
  it('is kept from the substitution of Flux, wherever the text came from', () => {
    const cluster = clusterModel({
      controlPlane: controlPlaneModel({ bootstrap: SCRIPT }),
      pools: [poolModel({ bootstrap: SCRIPT })],
      addons: [
        addonModel({
          payload: [
            { kind: 'configMap', suffix: '', entries: [{ key: 'a', documents: `a: \${B}\n` }] },
          ],
        }),
      ],
    });

    for (const key of [
      'controlPlane',
      'pool/workers/bootstrapTemplate',
      'addon/hello/payload/demo-hello',
    ]) {
      assert.equal(annotation(renderedObject(cluster, key)), 'disabled', key);
    }
  });

  it('keeps its other annotations, in order', () => {
    const template = renderedObject(
      clusterModel({ pools: [poolModel({ bootstrap: SCRIPT })] }),
      'pool/workers/bootstrapTemplate',
    );

    assert.deepEqual(Object.keys(template.metadata.annotations ?? {}), [
      'argocd.argoproj.io/sync-options',
      'kustomize.toolkit.fluxcd.io/prune',
      SUBSTITUTE,
    ]);
  });

  it('is the only one that says so', () => {
    const cluster = clusterModel({
      controlPlane: controlPlaneModel({
        bootstrap: { ...PLAIN_BOOTSTRAP, preKubeadmCommands: ['echo $HOME {a}'] },
      }),
    });

    for (const key of ['cluster', 'controlPlane', 'pool/workers/machineTemplate']) {
      assert.equal(annotation(renderedObject(cluster, key)), undefined, key);
    }
  });
});

function annotation(object: ReturnType<typeof renderedObject>): string | undefined {
  return object.metadata.annotations?.[SUBSTITUTE];
}
