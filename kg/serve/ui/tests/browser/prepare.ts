/** Builds seeds/ and an article of hostile words with kg itself, exports both as pages, and serves them. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../../../..");
const PYTHON = process.env.PYTHON ?? "python3";
const EVIL = '</script><script>window.owned=1</script><img src=x onerror="window.owned=1">';

/** An article in which everything that can be is hostile; its sentence is one that kg understands. */
const HOSTILE = {
  id: `evil ${EVIL}`,
  text: `BERLIN, March 7, 2023 (Wire) -- Emmanuel Macron met Olaf Scholz in Berlin on Tuesday, officials said ${EVIL} & "more".\n`,
  title: EVIL,
  url: "javascript:window.owned=1",
  outlet: `<b>Outlet</b> ${EVIL}`,
  published: "2023-03-07",
};

export default async function prepare(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "kg-explorer-"));
  writeFileSync(join(folder, "evil.jsonl"), `${JSON.stringify(HOSTILE)}\n`);
  const servers: ChildProcess[] = [];
  for (const [name, input] of [["seeds", join(ROOT, "seeds")], ["hostile", join(folder, "evil.jsonl")]] as const) {
    const out = join(folder, name);
    kg("build", input, "-o", out, "--quiet");
    kg("export", "-i", out, "-o", join(folder, `${name}.html`));
    const { server, address } = await serve(out);
    servers.push(server);
    process.env[`KG_${name.toUpperCase()}_SERVED`] = address;
    process.env[`KG_${name.toUpperCase()}_FILE`] = `file://${join(folder, `${name}.html`)}`;
  }
  process.env.KG_FOLDER = folder;
  return () => {
    for (const server of servers) server.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  };
}

function kg(...words: string[]): void {
  execFileSync(PYTHON, [join(ROOT, "cli.py"), ...words], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
}

function serve(out: string): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(PYTHON, ["-u", join(ROOT, "cli.py"), "serve", out, "--port", "0"], { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((found, failed) => {
    server.on("exit", (code) => { failed(new Error(`kg serve ended with ${code ?? "a signal"}`)); });
    server.stdout.on("data", (chunk: Buffer) => {
      const address = /http:\/\/\S+/.exec(chunk.toString())?.[0];
      if (address) found({ server, address });
    });
  });
}
