/** What somebody sees who writes a profile in an editor: completion, explanations and marks, from the committed schemas. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startServer } from "./server.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const SCHEMAS = join(ROOT, "docs", "schema");
const ORGANISATIONS = join(ROOT, "organisations");
/** Nothing is written there: texts are opened in the editor only. */
const FOLDER = join(ROOT, "organisations", "korenbloem");

const modeline = (schema) => `# yaml-language-server: $schema=${relative(FOLDER, join(SCHEMAS, schema))}\n`;
const PART = modeline("part.en.schema.json");
const DEEL = modeline("part.nl.schema.json");
const WHOLE = modeline("profile.en.schema.json");

const said = (item) => item.documentation?.value ?? item.documentation;
const labels = (items) => items.map(({ label }) => label);
const find = (items, label) => items.find((item) => item.label === label) ?? assert.fail(`${label} is not offered: ${labels(items)}`);
const marks = (diagnostics) => diagnostics.map(({ range, message }) => `${range.start.line + 1}: ${message}`);

let server;
let files = 0;
/** A name that the server has not seen. */
const file = () => join(FOLDER, `file-${++files}.yaml`);
const complete = (text) => server.complete(file(), text);
const hover = (text) => server.hover(file(), text);
const judge = async (text) => marks((await server.open(file(), text)).diagnostics);

before(async () => {
  server = await startServer();
});
after(() => server.stop());

describe("completion", () => {
  test("offers the keys of the top, each with what it is", async () => {
    const items = await complete(`${PART}|`);
    assert.deepEqual(labels(items).sort(), Object.keys(JSON.parse(readFileSync(join(SCHEMAS, "part.en.schema.json"))).properties).sort());
    assert.equal(said(find(items, "activities")), "What you do with personal data.");
  });

  test("offers the keys of a purpose and nothing of elsewhere", async () => {
    const items = await complete(`${DEEL}activities:\n  news:\n    purposes:\n      send:\n        |`);
    assert.match(said(find(items, "description")), /^Doel\. Wat u doet en waarom/);
    assert.equal(said(find(items, "lawful_basis")), "Grondslag.");
    assert.ok(!labels(items).includes("street"));
  });

  test("leaves out what stands there already", async () => {
    const items = await complete(`${PART}publication:\n  version: "1.0"\n  |`);
    assert.ok(!labels(items).includes("version"));
    find(items, "effective");
  });

  test("offers ids of the catalogue with what they stand for", async () => {
    const items = await complete(`${PART}activities:\n  news:\n    data_categories: [|]\n`);
    assert.equal(said(find(items, "contact_details")), "contact details: name, address, email address and phone number");
    assert.equal(items.filter(({ label }) => label === "contact_details").length, 1);
    const dutch = await complete(`${DEEL}activities:\n  news:\n    data_subjects:\n      - |\n`);
    assert.equal(said(find(dutch, "customers")), "klanten");
  });

  test("offers ids of the catalogue as keys", async () => {
    const items = await complete(`${DEEL}activities:\n  news:\n    purposes:\n      send:\n        retention:\n          |\n`);
    assert.equal(said(find(items, "all")), "alle gegevens die hier niet apart staan");
    assert.match(said(find(items, "invoices")), /^factuurgegevens: /);
    assert.equal(find(items, "invoices").insertText, "invoices:\n  ");
  });

  test("offers values with what they stand for, and countries by name", async () => {
    const basis = await complete(`${DEEL}activities:\n  news:\n    purposes:\n      send:\n        lawful_basis: |\n`);
    assert.equal(basis.length, 6);
    assert.equal(said(find(basis, "legitimate_interest")), "gerechtvaardigd belang");
    const country = await complete(`${PART}processors:\n  host:\n    address:\n      country: |\n`);
    assert.equal(said(find(country, "NL")), "Netherlands");
    assert.equal(find(country, '"NO"').insertText, '"NO"');
  });

  test("goes as deep as the chain of sub-processors", async () => {
    const below = (depth) => `${"  ".repeat(2 * depth)}sub_processors:\n${"  ".repeat(2 * depth + 1)}p${depth}:\n`;
    const items = await complete(`${PART}processors:\n  host:\n${[1, 2, 3].map((depth) => below(depth)).join("")}${"  ".repeat(8)}|`);
    assert.equal(said(find(items, "authorised")), "Permitted on.");
  });

  test("fills in no fact that nobody wrote", async () => {
    for (const text of ["publication:\n  |", "organisation:\n  |", "organisation:\n  contact:\n    |", "branding:\n  |"]) {
      for (const { label, insertText } of await complete(PART + text)) {
        assert.doesNotMatch(insertText, /\d{4}-|@|#[0-9a-f]|https:|: logo/, `${label} of ${text}`);
      }
    }
  });
});

describe("hover", () => {
  test("explains a key", async () => {
    assert.match(await hover(`${DEEL}activities:\n  news:\n    ow|ner: Marketing\n`), /^#### Eigenaar\n\nEigenaar\. Functie of afdeling\./);
    assert.match(await hover(`${PART}activities:\n  news:\n    ow|ner: Marketing\n`), /^#### Owner\n\nOwner\. Function or department\./);
  });

  test("says what a value stands for, the chosen one first", async () => {
    const text = await hover(`${PART}activities:\n  news:\n    purposes:\n      send:\n        lawful_basis: legal_|obligation\n`);
    assert.match(text, /^#### Lawful basis\n/);
    assert.match(text, /\n\n\* `legal_obligation`: legal obligation\n/);
  });

  test("says what an id of the catalogue stands for", async () => {
    const retention = "activities:\n  news:\n    purposes:\n      send:\n        retention:\n          in|voices: {}\n";
    assert.match(await hover(DEEL + retention), /^#### invoices\n\nfactuurgegevens: /);
    assert.match(await hover(`${PART}activities:\n  news:\n    data_categories: [inv|oices]\n`), /\* `invoices`: invoice details: /);
  });

  test("shows examples", async () => {
    assert.match(await hover(`${PART}publication:\n  eff|ective: 2026-12-01\n`), /Example:\n\n```yaml\n2026-12-01\n```/);
    const description = "activities:\n  news:\n    purposes:\n      send:\n        description:\n          n|l: te sturen\n";
    assert.match(await hover(DEEL + description), /^#### Nederlands\n[^]*```yaml\nuw salaris te betalen\n```/);
  });
});

describe("marks", () => {
  test("a wrong key, on its line", async () => {
    assert.deepEqual(await judge(`${PART}publication:\n  version: "1.0"\n  effective: 2026-12-01\n  owner: Board\n  versoin: "1.1"\n`), [
      "6: Property versoin is not allowed.",
    ]);
  });

  test("a wrong form, in the words that the program uses", async () => {
    const text = "publication: {version: 1.0, owner: Directie, effective: 1-12-2026}\nprocessors:\n  host:\n    accessed_from: [UK]\n";
    assert.deepEqual(await judge(DEEL + text), [
      "2: Een datum is JJJJ-MM-DD, zoals 2026-12-01.",
      "5: Een land is een code van twee hoofdletters (ISO 3166), zoals NL of NO.",
    ]);
  });

  test("a value that is none of those possible", async () => {
    assert.match((await judge(`${PART}data_subjects:\n  fans:\n    name: {nl: fans, en: fans}\n    relation: friend\n`)).join(), /^5: Value is not accepted/);
  });

  test("what is missing from a whole profile, and not from a part", async () => {
    assert.deepEqual(await judge(`${WHOLE}format: 1\nlanguages: [nl]\n`), [
      '2: Missing property "organisation".',
      '2: Missing property "publication".',
    ]);
    assert.deepEqual(await judge(`${PART}format: 1\nlanguages: [nl]\n`), []);
  });

  test("nothing in ids of one's own, in numbers for text, and in what another file says", async () => {
    const text =
      "organisation:\n  name: 365\n  contact: {phone: 0301234567}\npublication: {version: 1.0, effective: 2026-12-01, owner: Board}\n" +
      "activities:\n  news:\n    name: {nl: Nieuws, en: News}\n    owner: Board\n    processors: [host]\n    recipients: []\n    data_categories: [my_own]\n" +
      "recipients:\n  shared_one:\n    law: {nl: artikel 1, en: Article 1}\n";
    assert.deepEqual(await judge(PART + text), []);
  });
});

describe("the example organisations", () => {
  const yaml = readdirSync(ORGANISATIONS, { recursive: true })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(ORGANISATIONS, name));

  test("are there", () => assert.ok(yaml.length > 20));

  for (const path of yaml) {
    test(`${relative(ORGANISATIONS, path)} has no marks`, async () => {
      const schema = basename(path) === "profile.yaml" ? "profile.en.schema.json" : "part.en.schema.json";
      const line = `# yaml-language-server: $schema=${relative(dirname(path), join(SCHEMAS, schema))}\n`;
      assert.deepEqual(marks((await server.open(path, line + readFileSync(path, "utf8"))).diagnostics), []);
    });
  }
});

describe("settings of a workspace", () => {
  let configured;
  before(async () => {
    const settings = readFileSync(join(ROOT, "docs", "how-to", "editor.md"), "utf8").match(/```json\n([^]*?)```/)[1];
    const schemas = Object.entries(JSON.parse(settings)["yaml.schemas"]);
    configured = await startServer({
      schemas: Object.fromEntries(schemas.map(([path, names]) => [join(SCHEMAS, basename(path).replace(".", ".en.")), names])),
    });
  });
  after(() => configured.stop());

  for (const [name, expected] of [
    ["profile.yaml", ["format", "organisation", "publication"]],
    ["recipients.yaml", []],
    ["activities/customers.yaml", []],
    ["activities/shop/customers.yaml", []],
    ["../_shared/processors.yaml", []],
  ]) {
    test(`choose one schema for ${name}`, async () => {
      const { diagnostics } = await configured.open(join(FOLDER, name), "languages: [nl]\nlangauges: [nl]\n");
      const missing = expected.map((key) => `1: Missing property "${key}".`);
      assert.deepEqual(marks(diagnostics), [...missing, "2: Property langauges is not allowed."]);
    });
  }
});

test("the server had no trouble", () => assert.deepEqual(server.unexpected, []));
