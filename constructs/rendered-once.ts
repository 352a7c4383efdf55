import type { AssembledCluster } from '../lib/assembly/model';
import type { RenderedObject } from '../lib/assembly/render-cluster';
import { IncompleteError } from '../lib/base/incomplete';
import { ModelText } from '../lib/output/model-text';

/** Objects of a cluster, rendered again only after the model or a patch has changed. */
export class RenderedOnce {
  private last: { readonly state: string; readonly objects: readonly RenderedObject[] } | undefined;

  /** Returns the objects of a model; `render` is called if they are not known. */
  of(
    model: AssembledCluster,
    patches: string,
    render: () => readonly RenderedObject[],
  ): readonly RenderedObject[] {
    const text = textOf(model);
    if (text === undefined) return render();
    const state = `${text}\n${patches}`;
    if (this.last?.state !== state) this.last = { state, objects: render() };
    return this.last.objects;
  }
}

/** Returns a text that differs for different models; undefined for one that is incomplete or more than plain data. */
function textOf(model: AssembledCluster): string | undefined {
  try {
    return ModelText.of(model)?.text;
  } catch (error) {
    if (error instanceof IncompleteError) return undefined;
    throw error;
  }
}
