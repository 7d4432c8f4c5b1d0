declare module "next/dist/compiled/busboy" {
  import type { Readable, Writable } from "node:stream";

  type Limits = Partial<
    Record<"files" | "fields" | "fieldNameSize" | "fieldSize" | "parts" | "headerPairs" | "fileSize", number>
  >;
  type Events = {
    field: [name: string, value: string];
    file: [name: string, content: Readable, info: { filename?: string; mimeType: string }];
    close: [];
    error: [error: Error];
  };
  type Form = Writable & {
    on<E extends keyof Events>(event: E, listener: (...values: Events[E]) => void): Form;
  };

  export default function busboy(settings: {
    headers: { "content-type": string };
    defParamCharset?: string;
    limits?: Limits;
  }): Form;
}
