/** Library that evaluates CEL expressions. */
export type CelLibrary = typeof import('@marcbachmann/cel-js', { with: {
  'resolution-mode': 'import',
}});

/** Functions, types and variables that expressions can use. */
export type CelEnvironment = InstanceType<CelLibrary['Environment']>;

/** Parsed expression. */
export type CelExpression = ReturnType<CelEnvironment['parse']>;

/** Loads the CEL library, which is only needed for CRD files. */
export function celLibrary(): CelLibrary {
  return require('@marcbachmann/cel-js');
}
