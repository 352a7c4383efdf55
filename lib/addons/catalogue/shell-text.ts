/** Text as one word of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Command that edits a file. */
export function sedInPlace(file: string, edits: readonly string[]): string {
  return `sed -i ${edits.map((edit) => `-e ${quoted(edit)}`).join(' ')} ${file}`;
}

/** Edit of a variable of a container whose value is a word in quotes on the line after its name. */
export function variableEdit(name: string, value: string): string {
  return `/name: ${name}$/{n;s/"[A-Za-z]*"/"${value}"/;}`;
}

/** Command of a container that runs a script. */
export function scriptCommand(script: string): string[] {
  return ['sh', '-c', literal(script)];
}

/** Text of a command or variable of a container as Kubernetes must find it: it puts variables in the place of `$(NAME)`. */
export function literal(text: string): string {
  return text.replace(/\$(?=[$(])/g, '$$$$');
}
