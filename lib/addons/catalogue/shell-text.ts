/** Quotes a text as a single shell word. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Returns a command that edits a file. */
export function sedInPlace(file: string, edits: readonly string[]): string {
  return `sed -i ${edits.map((edit) => `-e ${quoted(edit)}`).join(' ')} ${file}`;
}

/** Returns an edit of an environment variable whose value is a quoted word on the line after its name. */
export function variableEdit(name: string, value: string): string {
  return `/name: ${name}$/{n;s/"[A-Za-z]*"/"${value}"/;}`;
}

/** Returns the command of a container that runs a script. */
export function scriptCommand(script: string): string[] {
  return ['sh', '-c', literal(script)];
}

/** Escapes a text for a command or variable of a container, where Kubernetes would expand `$(NAME)`. */
export function literal(text: string): string {
  return text.replace(/\$(?=[$(])/g, '$$$$');
}
