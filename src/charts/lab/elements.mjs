/** A new element of the page with its properties and what is inside it. */
export function element(tag, properties = {}, ...inside) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
}

/**
 * Keys pressed inside the element stay there. In Lab's command mode arrows would move to another cell
 * and D D would delete one, also while a slider has the focus. Shortcuts with Ctrl, Alt or the command
 * key, Shift-Enter and Escape still reach Lab.
 */
export function keepKeys(root) {
  root.addEventListener("keydown", (event) => {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
    const forLab =
      ctrlKey || altKey || metaKey || key === "Escape" || (shiftKey && key === "Enter");
    if (!forLab) event.stopPropagation();
  });
}

/**
 * A number input in step with a slider, both ways: for keyboards, and for exact values. A number that
 * the slider cannot reach changes nothing; left with it, the input shows the slider's value again.
 */
export function numberBeside(slider, name) {
  const { min, max, step, value } = slider;
  const number = element("input", {
    ...{ type: "number", className: "mlip-number", min, max, step, value },
    ...{ ariaLabel: `${name}, as a number`, title: `${min} to ${max}` },
  });
  number.addEventListener("input", () => {
    const typed = number.valueAsNumber;
    if (!(typed >= Number(min) && typed <= Number(max))) return;
    slider.value = number.value;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  number.addEventListener("change", () => {
    number.value = slider.value;
  });
  slider.addEventListener("input", () => follow(number, slider));
  return number;
}

/** Shows the slider's value in the number input, unless somebody is typing there. */
export function follow(number, slider) {
  if (document.activeElement !== number) number.value = slider.value;
}
