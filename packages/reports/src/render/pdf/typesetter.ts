import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initSync, type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import type { Document } from '../../blocks.ts';
import { layOut } from '../drawing/paper.ts';
import { makePrintable } from '../text/printable.ts';
import { coverageOf } from './coverage.ts';
import { FONTS } from './fonts.ts';
import { nameLacking } from './lacking.ts';
import { TEMPLATE } from './template/template.ts';
import { WARMING } from './warming.ts';

/** What the compiler answers: bytes, or what it found wrong, one line each. */
interface Artifact {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly string[];
}

const PAGED = 0;
const PDF = 1;
const DIAGNOSTICS_AS_LINES = 2;

/** The Typst compiler with our template and fonts. It works on the calling thread, so it belongs in a process of its own. */
export class Typesetter {
  readonly #compiler: TypstCompiler;

  readonly #isCovered: (character: string) => boolean;

  private constructor(compiler: TypstCompiler, fonts: readonly Uint8Array[]) {
    this.#compiler = compiler;
    this.#isCovered = coverageOf(fonts);
  }

  /** Reads the compiler and the fonts from the installed packages. */
  static async open(): Promise<Typesetter> {
    const { resolve } = createRequire(import.meta.url);
    initSync({ module: await readFile(resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) });
    const builder = new TypstCompilerBuilder();
    builder.set_dummy_access_model();
    const fonts = await Promise.all(FONTS.map((font) => readFile(resolve(font))));
    for (const font of fonts) await builder.add_raw_font(font);
    const compiler = await builder.build();
    for (const [path, source] of Object.entries(TEMPLATE)) compiler.add_source(path, source);
    return new Typesetter(compiler, fonts);
  }

  /** Sets a small document with every kind of block, so that the first real one finds compiled code. */
  warm(): void {
    this.set(WARMING);
  }

  /** The document as a tagged PDF. The same document gives the same bytes on every machine. Says when its pages are laid out. */
  set(document: Document, laidOut?: () => void): Uint8Array {
    const named = nameLacking(makePrintable(document), this.#isCovered);
    const data = new TextEncoder().encode(JSON.stringify(layOut(named)));
    this.#compiler.map_shadow('/data.json', data);
    // A snapshot of its own for each document: whoever reuses one keeps the pages of all documents before.
    const snapshot = this.#compiler.snapshot(undefined, '/document.typ', []);
    try {
      snapshot.compile(PAGED, DIAGNOSTICS_AS_LINES);
      laidOut?.();
      const { result, diagnostics } = snapshot.get_artifact(PDF, DIAGNOSTICS_AS_LINES) as Artifact;
      if (result === undefined) throw new Error(`The page setter refused: ${diagnostics?.join('\n')}`);
      return result;
    } finally {
      snapshot.free();
      this.#compiler.unmap_shadow('/data.json');
    }
  }
}
