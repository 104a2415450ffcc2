// What JupyterLab loads of this extension when a page opens: a module-federation container, as the
// bundlers of other extensions write it, by hand. Lab calls `init` with the libraries it shares, then
// `get` for each name under "_build" in the extension's package.json. A plain script, not a module:
// the braces keep its names out of the page.
{
  const plugins = {
    "./structures": () => import("./structures.mjs"),
    "./charts": () => import("./charts.mjs"),
  };
  let shared = {};

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("style.css", document.currentScript.src).href;
  document.head.append(style);

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB["mlip-lab"] = {
    init(libraries) {
      shared = libraries;
    },
    async get(name) {
      const { makePlugin } = await plugins[name]();
      const plugin = await makePlugin(shared);
      return () => [plugin];
    },
  };
}
