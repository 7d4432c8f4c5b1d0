import { turns, zooms, type Turn, type Zoom } from "@/lib/domain/document/file";

/** Which page of a paper is looked at, how large and how turned: what stands in the address. */
export type EvidenceView = { page: number; zoom: Zoom; turn: Turn };

type Asked = Record<string, string | string[] | undefined>;

/** Reads the view from an address; whatever makes no sense is the first page, upright and as it is. */
export function readView(asked: Asked, pages: number): EvidenceView {
  const number = (name: string) => (typeof asked[name] === "string" ? Number(asked[name]) : NaN);
  const page = number("page");
  return {
    page: Number.isInteger(page) && page >= 1 && page <= pages ? page : 1,
    zoom: zooms.find((it) => it === number("zoom")) ?? 100,
    turn: turns.find((it) => it === number("turn")) ?? 0,
  };
}

/** The address with this view in it; what is usual is left out. */
export function addressOf(address: string, { page, zoom, turn }: EvidenceView): string {
  const [path = "", hash] = address.split("#");
  const [bare, asked] = path.split("?");
  const query = new URLSearchParams(asked);
  for (const [name, value, usual] of [
    ["page", page, 1],
    ["zoom", zoom, 100],
    ["turn", turn, 0],
  ] as const) {
    if (value === usual) query.delete(name);
    else query.set(name, String(value));
  }
  return `${bare}${query.size > 0 ? `?${query}` : ""}${hash ? `#${hash}` : ""}`;
}

/** The address of the picture that the server draws for this view. */
export function pictureOf(documentId: string, { page, zoom, turn }: EvidenceView): string {
  return addressOf(`/api/documents/${documentId}/pages/${page}`, { page: 1, zoom, turn });
}

export type EvidenceMove = "previous" | "next" | "smaller" | "larger" | "turn";

/** The view after a move, or null where there is none. */
export function moved(view: EvidenceView, pages: number, move: EvidenceMove): EvidenceView | null {
  const { page, zoom, turn } = view;
  switch (move) {
    case "previous":
      return page > 1 ? { ...view, page: page - 1 } : null;
    case "next":
      return page < pages ? { ...view, page: page + 1 } : null;
    case "smaller":
    case "larger": {
      const other = zooms[zooms.indexOf(zoom) + (move === "larger" ? 1 : -1)];
      return other ? { ...view, zoom: other } : null;
    }
    case "turn":
      return { ...view, turn: turns[(turns.indexOf(turn) + 1) % turns.length] ?? 0 };
  }
}
