// node rasterise.mjs FONT, SVG to standard input, PNG from standard output: two image pixels to one pixel
// of the SVG, letters from that font alone. A program of its own because resvg 2.6.2 answers some drawings
// (things far outside the picture) by aborting its process, which must not be the one with the variables.
import { Resvg } from "@resvg/resvg-js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const image = new Resvg(Buffer.concat(chunks), {
  font: {
    fontFiles: [process.argv[2]],
    loadSystemFonts: false,
    defaultFontFamily: "DejaVu Sans",
  },
  fitTo: { mode: "zoom", value: 2 },
}).render();
process.stdout.write(image.asPng());
