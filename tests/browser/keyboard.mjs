// A page with the keyboard alone: everything that can be used is reached, in the order in which it stands, and shows it.

const CAN_BE_USED = 'a[href], summary, button, input, [tabindex="0"]';

/** The faults of a page that has just been opened, each a line. */
export async function keyboardFaults(page) {
  const found = [];
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate(watch, CAN_BE_USED);
  const expected = await page.evaluate(() => window.checked.expected);
  for (let pressed = 0; pressed < expected.length; pressed += 1) await page.keyboard.press("Tab");
  const { reached, unseen } = await page.evaluate(() => window.checked);
  const wrong = expected.findIndex((name, place) => reached[place] !== name);
  if (wrong >= 0) found.push(`keyboard: after ${wrong} times Tab comes ${reached[wrong]}, not ${expected[wrong]}`);
  for (const name of unseen) found.push(`keyboard: nothing shows that ${name} has the focus`);
  found.push(...(await skipFaults(page)), ...(await summaryFaults(page)));
  return found;
}

/** In the page: name what should be reached, and note what is, and whether its outline changes. */
function watch(selector) {
  const name = (element) => {
    const place = all.indexOf(element);
    return `${element.tagName.toLowerCase()} ${place} “${(element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  };
  const outline = (element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return outlineStyle === "none" || parseFloat(outlineWidth) === 0 ? "none" : `${outlineWidth} ${outlineColor}`;
  };
  const all = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const before = new Map(all.map((element) => [element, outline(element)]));
  window.checked = { expected: all.map(name), reached: [], unseen: [] };
  document.addEventListener("focusin", ({ target }) => {
    window.checked.reached.push(name(target));
    if (!target.matches(".skip") && [before.get(target), "none"].includes(outline(target))) window.checked.unseen.push(name(target));
  });
}

/** The first thing reached leads past the head of the page. */
async function skipFaults(page) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
  await page.goto(page.url().replace(/#.*$/, ""));
  await page.keyboard.press("Tab");
  const shown = await page.evaluate(() => {
    const { left, top } = document.activeElement.getBoundingClientRect();
    return document.activeElement.matches(".skip") && left >= 0 && top >= 0;
  });
  if (!shown) return ["keyboard: the link that skips the head is not seen first"];
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(
    () => document.activeElement === document.body || Boolean(document.activeElement.closest("main, footer")),
  );
  return inside ? [] : ["keyboard: the link that skips the head does not lead past it"];
}

/** Enter opens a closed part, and the space bar closes it. */
async function summaryFaults(page) {
  const found = [];
  for (const summary of (await page.locator("summary").all()).slice(0, 2)) {
    const isOpen = () => summary.evaluate((element) => element.parentElement.open);
    await summary.focus();
    await page.keyboard.press("Enter");
    if (!(await isOpen())) found.push("keyboard: Enter does not open a part");
    await page.keyboard.press("Space");
    if (await isOpen()) found.push("keyboard: the space bar does not close a part");
  }
  return found;
}
