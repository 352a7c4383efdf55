/** Part of the path of a prop: a field, a place in a list, or the name of an entry. */
export type Step = string | number | { readonly entry: string };

const STEP = /\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/gy;

/** Steps of a prop such as `ports[0].fixedIPs` or `labels["a/b"]`; undefined where it is none. */
export function stepsOf(prop: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < prop.length) {
    const [, field, index, entry] = STEP.exec(prop) ?? [];
    if (field !== undefined) steps.push(field);
    else if (index !== undefined) steps.push(Number(index));
    else if (entry !== undefined) steps.push({ entry: String(JSON.parse(entry)) });
    else return undefined;
  }
  return steps;
}
