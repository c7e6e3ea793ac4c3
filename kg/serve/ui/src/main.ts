/** Loads the story and starts the explorer; what goes wrong is said on the page. */
import "./look/style.css";
import { start } from "./app";
import { h } from "./parts/dom";
import { load, served } from "./story/load";
import { modelOf } from "./story/model";

async function main(root: HTMLElement): Promise<void> {
  root.append(h("p", { class: "empty", role: "status" }, "Loading…"));
  try {
    const model = modelOf(await load());
    start(root, model, served());
  } catch (error) {
    root.replaceChildren(h("p", { class: "empty", role: "alert" }, error instanceof Error ? error.message : String(error)));
  }
}

const root = document.getElementById("app");
if (root) void main(root);
