/** What Jinja reads as the start of a statement or expression, except for variables that cloud-init fills in. */
const JINJA = /\{#|\{%|\{\{(?!\s*[A-Za-z_][\w.[\]'"()]*\s*(\|[^}]*)?\}\})/;
const SHOWN = 20;

/** Returns the start of the first construct that Jinja would replace; undefined if there is none. */
export function jinjaIn(text: string): string | undefined {
  if (!text.includes('{')) return undefined;
  const found = JINJA.exec(text);
  return found === null ? undefined : text.slice(found.index, found.index + SHOWN);
}
