import mermaidFile from '@mermaid-js/tiny/dist/mermaid.tiny.js?url';

/** What the script of Mermaid adds to the window. */
interface Mermaid {
  initialize(options: { readonly startOnLoad: boolean; readonly theme: string }): void;
  run(options: { readonly querySelector: string }): Promise<void>;
}

declare global {
  interface Window {
    mermaid?: Mermaid;
  }
}

let loading: Promise<Mermaid> | undefined;

/** Draws the diagrams of the page; the script is loaded with the first of them. */
export async function drawDiagrams(): Promise<void> {
  if (document.querySelector('pre.mermaid:not([data-processed])') === null) return;
  loading ??= loadMermaid();
  const mermaid = await loading;
  const theme = document.documentElement.classList.contains('dark') ? 'dark' : 'neutral';
  mermaid.initialize({ startOnLoad: false, theme });
  await mermaid.run({ querySelector: 'pre.mermaid:not([data-processed])' });
}

function loadMermaid(): Promise<Mermaid> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = mermaidFile;
    script.onload = () => {
      if (window.mermaid === undefined) reject(new Error('Mermaid is not loaded'));
      else resolve(window.mermaid);
    };
    script.onerror = () => reject(new Error(`${mermaidFile} cannot be loaded`));
    document.head.append(script);
  });
}
