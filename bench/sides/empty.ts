// What the loader of TypeScript sources costs by itself.
export {};
