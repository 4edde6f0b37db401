/** The YAML language server, spoken to as an editor does: over its standard input and output, on folders of files. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as protocol from "vscode-languageserver-protocol/node";

const HERE = dirname(fileURLToPath(import.meta.url));
const SERVER = join(HERE, "node_modules", "yaml-language-server", "bin", "yaml-language-server");
const DOCUMENTATION = { documentationFormat: ["markdown", "plaintext"], snippetSupport: true };

/** A server whose settings are `yaml`, beside those that keep it off the network. */
export async function startServer(yaml = {}) {
  const child = spawn(process.execPath, ["--require", join(HERE, "no_network.cjs"), SERVER, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.on("exit", (code) => {
    if (code) throw new Error(`the language server ended with ${code}`);
  });
  const connection = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(child.stdout),
    new protocol.StreamMessageWriter(child.stdin),
  );
  const settings = { schemaStore: { enable: false }, kubernetesCRDStore: { enable: false }, ...yaml };
  const waiting = new Map();
  let opened = 0;
  const unexpected = [];
  connection.onRequest(protocol.ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }) => (section === "yaml" ? settings : section === "redhat.telemetry" ? { enabled: false } : {})),
  );
  connection.onRequest(protocol.RegistrationRequest.type, () => {});
  connection.onNotification(protocol.PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => waiting.get(uri)?.(diagnostics));
  connection.onUnhandledNotification(({ method }) => unexpected.push(method));
  connection.listen();
  await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { completion: { completionItem: DOCUMENTATION }, hover: { contentFormat: ["markdown"] } },
    },
  });
  connection.sendNotification(protocol.InitializedNotification.type, {});
  connection.sendNotification(protocol.DidChangeConfigurationNotification.type, { settings: null });

  /** Opens a text under a name; gives its address and what the server finds wrong with it. */
  async function open(path, text) {
    const uri = pathToFileURL(path).href;
    const diagnostics = new Promise((done) => waiting.set(uri, done));
    connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "yaml", version: ++opened, text },
    });
    return { uri, diagnostics: await diagnostics };
  }

  /** Opens a text in which `|` says where the cursor is, and asks something there. */
  async function at(path, marked, type) {
    const before = marked.slice(0, marked.indexOf("|"));
    const { uri } = await open(path, before + marked.slice(before.length + 1));
    const position = { line: before.split("\n").length - 1, character: before.length - before.lastIndexOf("\n") - 1 };
    return connection.sendRequest(type, { textDocument: { uri }, position });
  }

  return {
    /** What the server sent that no editor waits for: it tells of its own errors this way. */
    unexpected,
    open,
    complete: async (path, marked) => (await at(path, marked, protocol.CompletionRequest.type)).items,
    hover: async (path, marked) => (await at(path, marked, protocol.HoverRequest.type))?.contents.value,
    async stop() {
      await connection.sendRequest(protocol.ShutdownRequest.type);
      connection.sendNotification(protocol.ExitNotification.type);
      await once(child, "exit");
      connection.dispose();
    },
  };
}
