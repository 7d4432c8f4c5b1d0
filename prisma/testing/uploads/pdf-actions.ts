import { packedPdf, pdf, stream } from "@/prisma/testing/corpus";
import { samples, type Sample } from "./sample";

const annotated = (annotation: string, objects: string[] = []) =>
  pdf({ page: "/Annots [4 0 R]", objects: [`<< /Type /Annot /Rect [0 0 9 9] ${annotation} >>`, ...objects] });

const spellings = {
  plainly: "<< /S /JavaScript /JS (app.alert\\(1\\)) >>",
  "without a space": "<</S/JavaScript/JS(app.alert\\(1\\))>>",
  "with one letter in hex": "<< /S /J#61vaScript /J#53 (x) >>",
  "with every letter in hex": "<< /S /#4a#61#76#61#53#63#72#69#70#74 /#4a#53 (x) >>",
  "as a hex string": "<< /S /JavaScript /JS <6170702e616c657274283129> >>",
  "with remarks between": "<< % a remark\n/S % another\n/JavaScript\n/JS (x) >>",
  "after a link": "<< /S /URI /URI (https://x.example) /Next << /S /JavaScript /JS (x) >> >>",
};

const places = {
  "when it opens": (script: string) => pdf({ catalog: "/OpenAction 4 0 R", objects: [script] }),
  "when it closes": (script: string) => pdf({ catalog: "/AA << /WC 4 0 R >>", objects: [script] }),
  "under a name": (script: string) =>
    pdf({ catalog: "/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", objects: [script] }),
  "when the page is shown": (script: string) => pdf({ page: "/AA << /O 4 0 R >>", objects: [script] }),
  "on a click": (script: string) => annotated("/Subtype /Link /A 5 0 R", [script]),
  "while a field is filled": (script: string) =>
    annotated("/Subtype /Widget /FT /Tx /T (a) /AA << /K 5 0 R >>", [script]),
  "in the outline": (script: string) =>
    pdf({
      catalog: "/Outlines 4 0 R",
      objects: ["<< /First 5 0 R /Last 5 0 R /Count 1 >>", "<< /Title (a) /Parent 4 0 R /A 6 0 R >>", script],
    }),
  "where nothing leads": (script: string) => pdf({ objects: [script] }),
};

/** PDFs with a script: each spelling in each place. */
export function scriptedPdfs(): Sample[] {
  return Object.entries(places).flatMap(([place, put]) =>
    samples(
      "certificate.pdf",
      Object.fromEntries(
        Object.entries(spellings).map(([spelling, script]) => [
          `a script ${place}, written ${spelling}`,
          () => put(script),
        ]),
      ),
    ),
  );
}

const actions = {
  "starts a program": "/S /Launch /F (cmd.exe)",
  "starts a program of one system": "/S /Launch /Win << /F (cmd.exe) /P (/c calc) >>",
  "opens another file": "/S /GoToR /F (other.pdf) /D [0 /Fit]",
  "opens a share on a network": "/S /GoToR /F (\\\\\\\\x.example\\\\share\\\\a.pdf) /D [0 /Fit]",
  "opens a file it carries": "/S /GoToE /D [0 /Fit] /T << /R /C /N (a) >>",
  "moves a model": "/S /GoTo3DView /TA 4 0 R /V (a)",
  "sends a form": "/S /SubmitForm /F (https://x.example) /Flags 4",
  "clears a form": "/S /ResetForm",
  "fills a form from elsewhere": "/S /ImportData /F (a.fdf)",
  "plays something": "/S /Rendition /OP 0 /AN 4 0 R",
  "plays a film": "/S /Movie /T (a)",
  "makes a sound": "/S /Sound /Sound 4 0 R",
  "runs something rich": "/S /RichMediaExecute /TA 4 0 R /CMD << /C (x) >>",
};

/** PDFs that do something: each action on a click, and by itself. */
export function actingPdfs(): Sample[] {
  const acting = Object.entries(actions).flatMap(([trick, action]): [string, () => Buffer][] => [
    [`${trick} on a click`, () => annotated(`/Subtype /Link /A << ${action} >>`)],
    [`${trick} by itself`, () => pdf({ catalog: `/OpenAction << ${action} >>` })],
  ]);
  return samples("certificate.pdf", {
    ...Object.fromEntries(acting),
    "opens a site by itself": () => pdf({ catalog: "/OpenAction << /S /URI /URI (https://x.example) >>" }),
    "prints by itself": () => pdf({ catalog: "/OpenAction << /S /Named /N /Print >>" }),
    "prints when a page is turned": () => pdf({ page: "/AA << /O << /S /Named /N /Print >> >>" }),
    "is an old action in a new file": () => Buffer.concat([pdf({ objects: ["<< /S /Launch /F (cmd.exe) >>"] }), pdf()]),
  });
}

/** PDFs that carry other files, media or a form of forms. */
export function carryingPdfs(): Sample[] {
  const embedded = [stream("MZ", "/Type /EmbeddedFile")];
  return samples("certificate.pdf", {
    "a file on the page": () => annotated("/Subtype /FileAttachment /FS << /Type /Filespec /F (a.exe) >>"),
    "a file by its name": () =>
      pdf({
        catalog: "/Names << /EmbeddedFiles << /Names [(a) << /F (a.exe) /EF << /F 4 0 R >> >>] >> >>",
        objects: embedded,
      }),
    "a file that belongs to it": () =>
      pdf({ catalog: "/AF [<< /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>]", objects: embedded }),
    "a file nothing leads to": () => pdf({ objects: embedded }),
    "a file under a name in hex": () => pdf({ objects: [stream("MZ", "/Type /Embedded#46ile")] }),
    "a folder of files": () => pdf({ catalog: "/Collection << /View /D >>" }),
  });
}

/** PDFs with moving pictures, sounds and models. */
export function livelyPdfs(): Sample[] {
  const subtypes = ["RichMedia", "Movie", "Sound", "Screen", "3D"];
  return [
    ...samples(
      "certificate.pdf",
      Object.fromEntries(
        subtypes.map((subtype) => [`an annotation of kind ${subtype}`, () => annotated(`/Subtype /${subtype}`)]),
      ),
    ),
    ...samples("certificate.pdf", {
      "a rendition by name": () => pdf({ catalog: "/Names << /Renditions 4 0 R >>", objects: ["<< /S /Rendition >>"] }),
      "a sound as an object": () => pdf({ objects: [stream("beep", "/Type /Sound /R 8000")] }),
    }),
  ];
}

/** PDFs whose form is a program. */
export function formProgramPdfs(): Sample[] {
  const form = stream("<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><script>x</script></xdp:xdp>");
  return samples("form.pdf", {
    "a form of forms": () => pdf({ catalog: "/AcroForm << /Fields [] /XFA 4 0 R >>", objects: [form] }),
    "a form of forms in parts": () =>
      pdf({ catalog: "/AcroForm << /Fields [] /XFA [(template) 4 0 R] >>", objects: [form] }),
    "a form of forms that nothing leads to": () => pdf({ objects: ["<< /Fields [] /XFA 5 0 R >>", form] }),
    "a form of forms under a name in hex": () =>
      pdf({ catalog: "/AcroForm << /Fields [] /#58FA 4 0 R >>", objects: [form] }),
  });
}

/** PDFs that pack away what they do. */
export function packedScriptPdfs(): Sample[] {
  const opens = "/OpenAction 4 0 R";
  const script = "<< /S /JavaScript /JS (x) >>";
  return samples("certificate.pdf", {
    "in a store of objects": () => packedPdf(opens),
    "in a store under no name": () => packedPdf(opens, { type: "" }),
    "in a store under another name": () => packedPdf(opens, { type: "/Type /XObject /Subtype /Image" }),
    "behind a remark": () => packedPdf(opens, { type: "", before: "% remark\n" }),
    "behind much nothing": () => packedPdf("", { type: "", before: " ".repeat(200_000) }),
    "behind a row of zeros": () => packedPdf("", { type: "", before: "\0".repeat(5_000) }),
    "in rows": () => packedPdf(opens, { predictor: true }),
    "in a stream that is not packed": () => pdf({ objects: [stream(`7 0 obj ${script} endobj`, "", false)] }),
    "in a store packed twice": () => pdf({ objects: [stream("x\x9c", "/Type /ObjStm /N 1 /First 4 /Filter /Fl")] }),
    "in a store kept in another file": () =>
      pdf({ objects: [stream("1 0 null", "/Type /ObjStm /N 1 /First 4 /F (other.bin)")] }),
  });
}
