declare module '*?url' {
  const file: string;
  export default file;
}

declare module '*.css';
