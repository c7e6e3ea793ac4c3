/** The one place where the state changes; views are told once a frame, whatever changed. */
import { fromAddress, toAddress } from "./address";
import type { State } from "./state";

export type Change = (changes: Partial<State>) => void;

export interface Store {
  state: () => State;
  change: Change;
}

/** A store that begins with the address, writes it, and follows the browser's Back and Forward. */
export function storeOf(changed: (state: State) => void): Store {
  let state = fromAddress(location.hash);
  let waiting = false;

  const tell = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      changed(state);
    });
  };

  const change: Change = (changes) => {
    const before = state;
    state = { ...state, ...changes };
    write(before, state);
    tell();
  };

  window.addEventListener("popstate", () => {
    state = fromAddress(location.hash);
    tell();
  });
  tell();
  return { state: () => state, change };
}

/** Another selection or page is a step to go back to; a moving brush or slider is not. */
function write(before: State, state: State): void {
  const address = toAddress(state);
  if (address === toAddress(before)) return;
  const step = before.selection?.id !== state.selection?.id || before.pane !== state.pane;
  const url = address ? `#${address}` : location.pathname + location.search;
  if (step) history.pushState(null, "", url);
  else history.replaceState(null, "", url);
}
