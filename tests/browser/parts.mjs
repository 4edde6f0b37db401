// The parts of a page that a reader opens: an address leads into them, and on paper they are open.

/** The faults of a page as it would be printed: words that are not there, and words that are cut off. */
export async function paperFaults(page) {
  await page.setViewportSize({ width: 700, height: 1000 }); // A4 within its margins
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => {
    const faults = [];
    const words = (element) => element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    for (const part of document.querySelectorAll("details > :not(summary)")) {
      if (!part.checkVisibility() || !part.getBoundingClientRect().height) faults.push(`paper: not there: ${words(part)}`);
    }
    for (const box of document.querySelectorAll("main, main *")) {
      const hides = getComputedStyle(box).overflowX !== "visible" && !box.matches(".unseen");
      if (hides && box.scrollWidth > box.clientWidth + 1) faults.push(`paper: cut off: ${words(box)}`);
    }
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) faults.push(`paper: wider than the sheet by ${wide} px`);
    return faults;
  });
  await page.emulateMedia({ media: "screen" });
  return found;
}

/** The faults of addresses that lead into a closed part: what stands there has to be seen. */
export async function addressFaults(page, url) {
  const found = [];
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll("details")].flatMap((part) => {
      const inside = [...part.querySelectorAll("[id]")].filter((element) => !element.checkVisibility());
      return [part.id, inside.at(-1)?.id].filter(Boolean);
    }),
  );
  for (const id of ids) {
    await page.goto("about:blank");
    await page.goto(`${url}#${id}`);
    const seen = await page.evaluate((wanted) => {
      const element = document.getElementById(wanted);
      const { top, height } = element.getBoundingClientRect();
      return element.checkVisibility() && height > 0 && top < innerHeight && top > -height;
    }, id);
    if (!seen) found.push(`#${id} leads to what is not seen`);
  }
  return found;
}
