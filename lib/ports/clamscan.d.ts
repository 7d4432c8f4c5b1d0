declare module "clamscan" {
  import type { Readable } from "node:stream";

  type Settings = {
    debugMode?: boolean;
    clamscan?: { active: boolean };
    clamdscan?: {
      host: string;
      port: number;
      timeout: number;
      active: boolean;
      localFallback: boolean;
      bypassTest: boolean;
    };
    preference?: "clamdscan";
  };

  export default class NodeClam {
    init(settings: Settings): Promise<NodeClam>;
    scanStream(stream: Readable): Promise<{ isInfected: boolean | null; viruses: string[] }>;
  }
}
