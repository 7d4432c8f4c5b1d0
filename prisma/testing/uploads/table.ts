import { hostileNames, emptyFiles, largeFiles, otherEndings, otherKinds, otherNames } from "./names";
import { actingPdfs, carryingPdfs, formProgramPdfs, livelyPdfs, packedScriptPdfs, scriptedPdfs } from "./pdf-actions";
import {
  accompaniedPdfs,
  bombedPdfs,
  cutPdfs,
  endlessPdfs,
  goodPdfs,
  hollowPdfs,
  lockedPdfs,
  longPdfs,
  mistakenPdfs,
} from "./pdfs";
import { brokenPictures, doublePictures, floodingPictures, goodPictures, tellingPictures } from "./pictures";
import type { Family } from "./sample";

/** What people send, and what becomes of it: one verdict for each family. */
export const uploads: readonly Family[] = [
  { family: "PDFs as people have them", verdict: "taken", samples: goodPdfs() },
  { family: "PDFs that say something wrong of themselves", verdict: "taken", samples: mistakenPdfs() },
  { family: "pictures as people take them", verdict: "taken", samples: goodPictures() },
  { family: "pictures that tell a place", verdict: "taken", samples: tellingPictures() },
  { family: "pictures that are something else as well", verdict: "taken", samples: doublePictures() },
  { family: "hostile names", verdict: "taken", samples: hostileNames() },
  { family: "nothing", verdict: "empty", samples: emptyFiles() },
  { family: "too much", verdict: "too_large", samples: largeFiles() },
  { family: "endings that are not taken", verdict: "type", samples: otherEndings() },
  { family: "kinds that are not taken", verdict: "type", samples: otherKinds() },
  { family: "other than the name says", verdict: "mismatch", samples: otherNames() },
  { family: "locked PDFs", verdict: "locked", samples: lockedPdfs() },
  { family: "PDFs of too many pages", verdict: "pages", samples: longPdfs() },
  { family: "PDFs with a script", verdict: "unsafe", samples: scriptedPdfs() },
  { family: "PDFs that act", verdict: "unsafe", samples: actingPdfs() },
  { family: "PDFs that carry files", verdict: "unsafe", samples: carryingPdfs() },
  { family: "PDFs with media", verdict: "unsafe", samples: livelyPdfs() },
  { family: "PDFs with a program for a form", verdict: "unsafe", samples: formProgramPdfs() },
  { family: "PDFs that pack a script away", verdict: "unsafe", samples: packedScriptPdfs() },
  { family: "PDFs that want to be large", verdict: "unsafe", samples: bombedPdfs() },
  { family: "PDFs that lead nowhere", verdict: "unreadable", samples: endlessPdfs() },
  { family: "PDFs beside something else", verdict: "unreadable", samples: accompaniedPdfs() },
  { family: "PDFs cut short", verdict: "unreadable", samples: cutPdfs() },
  { family: "PDFs that are nothing", verdict: "unreadable", samples: hollowPdfs() },
  { family: "pictures of too many points", verdict: "pixels", samples: floodingPictures() },
  { family: "broken pictures", verdict: "unreadable", samples: brokenPictures() },
];
