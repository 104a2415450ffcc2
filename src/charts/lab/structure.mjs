import { element, keepKeys, numberBeside } from "./elements.mjs";
import { openViewer } from "./viewer.mjs";

const NO_3D = "This browser draws nothing in 3-D (WebGL is off): here is a picture.";

/** Milliseconds from one frame of a trajectory to the next. */
const PACE = 80;

/**
 * Fills an output with a structure: its still picture at once, and in its place, as soon as it is seen,
 * a view that can be turned. Where there is no WebGL the picture stays.
 *
 * @returns a function that gives back what the view holds
 */
export function drawStructure(node, view, { src, width, height }) {
  const { description, frames } = view;
  const picture = element("img", { src, width, height, alt: description });
  const stage = element("div", { className: "mlip-stage" }, picture);
  stage.style.width = `${width}px`;
  stage.style.aspectRatio = `${width} / ${height}`;
  const controls = element("div", { className: "mlip-controls", hidden: true });
  const root = element("div", { className: "mlip-structure" }, stage, controls);
  root.append(keyTo(view));
  keepKeys(root);
  node.append(root);

  let viewer;
  let player;
  let ended = false;
  async function start() {
    try {
      viewer = await openViewer(stage, view);
    } catch (error) {
      console.warn("mlip-lab:", error);
      root.append(element("p", {}, NO_3D));
      return;
    }
    if (ended) return viewer.end();
    const canvas = stage.querySelector("canvas");
    canvas.role = "img";
    canvas.ariaLabel = description;
    viewer.draw(0);
    picture.remove();
    controls.append(...turning(viewer));
    if (frames.length > 1) {
      player = framePlayer(frames, viewer.draw);
      controls.append(player.row);
    }
    controls.hidden = false;
  }

  let started = false;
  const watch = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return player?.pause();
    if (!started) start();
    started = true;
  });
  watch.observe(stage);
  // The wheel alone scrolls the page; with Ctrl it zooms, as in the course's charts.
  const forPage = (event) => {
    if (!event.ctrlKey) event.stopPropagation();
  };
  stage.addEventListener("wheel", forPage, { capture: true });

  return () => {
    ended = true;
    watch.disconnect();
    player?.pause();
    viewer?.end();
  };
}

/** What mouse and fingers do on the view, as buttons. */
function turning({ turn, zoom, home }) {
  const actions = [
    ["←", "Turn left", () => turn(-15, 0)],
    ["→", "Turn right", () => turn(15, 0)],
    ["↑", "Turn up", () => turn(0, 15)],
    ["↓", "Turn down", () => turn(0, -15)],
    ["+", "Zoom in", () => zoom(1.2)],
    ["−", "Zoom out", () => zoom(1 / 1.2)],
    ["Reset", "Back to the first view", home],
  ];
  return actions.map(([text, title, onclick]) => button({ text, title, onclick }));
}

const button = ({ text, title, onclick }) =>
  element("button", { type: "button", textContent: text, title, ariaLabel: title, onclick });

/** A slider over the frames, a number input beside it, and a button that lets them run. */
function framePlayer(frames, draw) {
  const count = frames.length;
  const slider = element("input", { type: "range", min: 1, max: count, step: 1, value: 1 });
  slider.ariaLabel = "Frame";
  const caption = element("span");
  const describe = () => {
    const { caption: text } = frames[slider.value - 1];
    caption.textContent = text ? `of ${count}: ${text}` : `of ${count}`;
  };
  describe();
  slider.addEventListener("input", () => {
    draw(slider.value - 1);
    describe();
  });

  const play = button({ text: "▶", title: "Play", onclick: () => (timer ? pause() : run()) });
  let timer;
  function run() {
    Object.assign(play, { textContent: "❚❚", title: "Pause", ariaLabel: "Pause" });
    timer = setInterval(() => {
      slider.value = (slider.value % count) + 1;
      slider.dispatchEvent(new Event("input"));
    }, PACE);
  }
  function pause() {
    Object.assign(play, { textContent: "▶", title: "Play", ariaLabel: "Play" });
    clearInterval(timer);
    timer = undefined;
  }
  const row = element("div", { className: "mlip-frames" }, play, "Frame", slider);
  row.append(numberBeside(slider, "Frame"), caption);
  return { row, pause };
}

/** Which colour is which element. */
function keyTo({ looks }) {
  const entries = Object.entries(looks).map(([symbol, { colour }]) => {
    const dot = element("span", { className: "mlip-dot" });
    dot.style.background = colour;
    return element("span", {}, dot, symbol);
  });
  return element("div", { className: "mlip-key" }, ...entries);
}
