// The part of two libraries without types that the certificate uses.

declare module "fontkit" {
  export type Font = { hasGlyphForCodePoint(codePoint: number): boolean; layout(text: string): unknown };
  export function openSync(path: string): Font;
}

declare module "pdfkit" {
  import type { Readable } from "node:stream";
  import type { Font } from "fontkit";

  type TextOptions = {
    width?: number;
    align?: "left" | "right" | "center";
    lineGap?: number;
    lineBreak?: boolean;
    continued?: boolean;
  };
  type StructureOptions = { lang?: string; alt?: string; scope?: "Row" | "Column"; title?: string };
  export type StructureElement = { add(child: StructureElement | (() => void)): StructureElement; end(): void };

  export default class PDFDocument extends Readable {
    constructor(options: {
      size: "A4";
      margin: number;
      lang: string;
      tagged: boolean;
      displayTitle: boolean;
      pdfVersion: "1.7";
      font: null;
      autoFirstPage: false;
      bufferPages?: boolean;
      info: { Title: string; Author: string; CreationDate: Date };
    });
    y: number;
    addPage(): this;
    bufferedPageRange(): { start: number; count: number };
    switchToPage(page: number): this;
    registerFont(name: string, font: Font): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(colour: string, opacity?: number): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    text(text: string, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    widthOfString(text: string): number;
    rect(x: number, y: number, width: number, height: number): this;
    fill(colour: string): this;
    save(): this;
    restore(): this;
    rotate(degrees: number, options: { origin: [number, number] }): this;
    markContent(tag: "Artifact", options?: { type: "Layout" | "Pagination" }): this;
    endMarkedContent(): this;
    struct(
      type: string,
      options?: StructureOptions,
      children?: (StructureElement | (() => void))[] | (() => void),
    ): StructureElement;
    addStructure(element: StructureElement): this;
    end(): void;
  }
}
