import { element } from "./elements.mjs";

/** How many views are open: 3Dmol draws all of them by one WebGL context, which the last one gives back. */
let open = 0;
let opened = 0;

/** Of 3Dmol's camera: its distance from the origin, and half the angle that it sees, in degrees. */
const DISTANCE = 150;
const HALF_ANGLE = 20;

/** Throws where a browser draws nothing in 3-D. The context of the trial is given back at once. */
function requireWebGl() {
  const trial = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (!trial) throw new Error("there is no WebGL");
  trial.getExtension("WEBGL_lose_context").loseContext();
}

/** Draws a structure in an element of the page by 3Dmol, which is loaded when first needed. */
export async function openViewer(stage, view) {
  const { elements, looks, labelled, stickRadius, frames, camera } = view;
  if (open === 0) requireWebGl();
  const { createViewer } = await import("./3Dmol.es6-min.js");
  // 3Dmol keeps a viewer, and the element it is in, as long as the page is open: this one holds nothing.
  const holder = element("div", { className: "mlip-holder" });
  stage.append(holder);
  const viewer = createViewer(holder, {
    id: `mlip-structure-${++opened}`,
    backgroundColor: groundOf(stage),
    orthographic: true,
    disableFog: true,
  });
  open++;
  const { centre, turn, halfHeight } = camera;
  viewer.setSlab(-20 * halfHeight, 20 * halfHeight);

  function home() {
    const { width, height } = stage.getBoundingClientRect();
    const distance = (halfHeight * width) / height / Math.tan((HALF_ANGLE * Math.PI) / 180);
    viewer.setView([...centre.map((x) => -x), DISTANCE - distance, ...turn]);
  }

  const theme = new MutationObserver(() => viewer.setBackgroundColor(groundOf(stage)));
  theme.observe(document.body, { attributeFilter: ["data-jp-theme-name"] });

  const pixelsPerAngstrom = stage.clientHeight / 2 / halfHeight;
  const symbols = (labelled ? elements : []).map((symbol) => {
    const size = Math.round(looks[symbol].radius * pixelsPerAngstrom);
    const text = { fontColor: looks[symbol].ink, fontSize: Math.max(9, Math.min(24, size)) };
    const style = { ...text, bold: true, alignment: "center", showBackground: false };
    return viewer.addLabel(symbol, style, undefined, true);
  });

  function draw(number) {
    const { positions, cell } = frames[number];
    // A frame without bonds of its own has those of the frame before.
    const { bonds } = frames.slice(0, number + 1).findLast((frame) => frame.bonds);
    const place = (i) => ({
      x: positions[3 * i],
      y: positions[3 * i + 1],
      z: positions[3 * i + 2],
    });
    viewer.removeAllModels();
    viewer.removeAllShapes();
    const atoms = elements.map((elem, i) => ({
      ...{ elem, ...place(i), color: looks[elem].colour, bonds: [] },
      style: { sphere: { radius: looks[elem].radius }, stick: { radius: stickRadius } },
    }));
    for (const [i, j] of bonds) {
      atoms[i].bonds.push(j);
      atoms[j].bonds.push(i);
    }
    viewer.addModel().addAtoms(atoms);
    for (const [start, end] of cell ? edgesOf(cell) : [])
      viewer.addCylinder({ start, end, radius: halfHeight / 200, color: "#808080" });
    for (const [i, { sprite }] of symbols.entries()) {
      const { x, y, z } = place(i);
      sprite.position.set(x, y, z);
    }
    viewer.render();
  }

  function end() {
    theme.disconnect();
    viewer.clear();
    viewer.divwatcher?.disconnect();
    viewer.intwatcher?.disconnect();
    holder.remove();
    open--;
    if (open === 0)
      viewer.getRenderer().getContext()?.getExtension("WEBGL_lose_context")?.loseContext();
  }

  home();
  return {
    draw,
    home,
    end,
    turn: (right, up) => viewer.rotate(right, "vy").rotate(-up, "vx"),
    zoom: (factor) => viewer.zoom(factor),
  };
}

/** The colour behind an element, as the number that 3Dmol takes. */
function groundOf(stage) {
  const [red, green, blue] = getComputedStyle(stage).backgroundColor.match(/\d+/g).map(Number);
  return (red << 16) | (green << 8) | blue;
}

/** The twelve edges of a cell whose three edges from the origin are the rows of `cell`. */
function edgesOf(cell) {
  const corner = (a, b, c) => ({
    x: a * cell[0] + b * cell[3] + c * cell[6],
    y: a * cell[1] + b * cell[4] + c * cell[7],
    z: a * cell[2] + b * cell[5] + c * cell[8],
  });
  const ends = [0, 1].flatMap((i) => [0, 1].map((j) => [i, j]));
  return ends.flatMap(([i, j]) => [
    [corner(0, i, j), corner(1, i, j)],
    [corner(i, 0, j), corner(i, 1, j)],
    [corner(i, j, 0), corner(i, j, 1)],
  ]);
}
