// Measures the start-up of the TypeScript loader.
export {};
