import { drawStructure } from "./structure.mjs";

const MIME = "application/vnd.mlip.structure+json";

/** Lab's plugin that draws outputs of `showStructure`; without it Lab shows their PNG. */
export async function makePlugin(shared) {
  const { Widget } = await library(shared, "@lumino/widgets");

  class StructureOutput extends Widget {
    end = () => {};

    async renderModel({ data, metadata }) {
      this.end();
      this.node.replaceChildren();
      const still = `data:image/png;base64,${data["image/png"]}`;
      this.end = drawStructure(this.node, data[MIME], { src: still, ...metadata["image/png"] });
    }

    dispose() {
      this.end();
      super.dispose();
    }
  }

  return {
    id: "mlip-lab:structures",
    description: "Molecules, crystals and trajectories in three dimensions.",
    // Lab prefers the lowest rank; that of pictures is 90.
    rank: 50,
    dataType: "json",
    rendererFactory: {
      safe: true,
      mimeTypes: [MIME],
      createRenderer: () => new StructureOutput(),
    },
  };
}

/** Lab's own copy of a library: its classes must be the ones that Lab itself uses. */
async function library(shared, name) {
  const copies = Object.values(shared[name]);
  const copy = copies.find(({ loaded }) => loaded) ?? copies[0];
  return (await copy.get())();
}
