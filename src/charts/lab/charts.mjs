import { follow, keepKeys, numberBeside } from "./elements.mjs";

const SLIDERS = ".vega-bind input[type=range]:not([data-mlip])";
const MENUS = ".vega-embed summary:not([aria-label])";

/** Lab's plugin that completes its Vega charts: a number input beside every slider, a name for the menu. */
export const makePlugin = () => ({
  id: "mlip-lab:charts",
  description: "Number inputs beside the sliders of Vega charts, for keyboards and exact values.",
  autoStart: true,
  activate() {
    let planned = false;
    const look = () => {
      planned = false;
      for (const slider of document.querySelectorAll(SLIDERS)) complete(slider);
      for (const menu of document.querySelectorAll(MENUS))
        menu.ariaLabel = "Save or view the chart";
    };
    // Vega draws some time after the output is there: each change of the page is followed by one look.
    new MutationObserver(() => {
      if (!planned) requestAnimationFrame(look);
      planned = true;
    }).observe(document.body, { childList: true, subtree: true });
  },
});

function complete(slider) {
  slider.dataset.mlip = "";
  const row = slider.closest(".vega-bind");
  const name = row.querySelector(".vega-bind-name").textContent.trim();
  const number = numberBeside(slider, name);
  row.append(number);
  keepKeys(row);
  // Vega writes the value behind the slider, also when it is Vega that moves the slider.
  new MutationObserver(() => follow(number, slider)).observe(slider.nextElementSibling, {
    childList: true,
    characterData: true,
    subtree: true,
  });
}
