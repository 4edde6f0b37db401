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
  await page.emulateMedia({ reducedMotion: "reduce" }); // no smooth scrolling, which would take its time
  for (const [number, id] of ids.entries()) {
    if (number === 0) {
      await page.goto("about:blank");
      await page.goto(`${url}#${id}`); // as from a link on another page; the others as from one on this page
    }
    const seen = await page.evaluate(async ([wanted, first]) => {
      const element = document.getElementById(wanted);
      if (!first) {
        document.querySelectorAll("details").forEach((part) => (part.open = false));
        location.hash = wanted;
        await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
      }
      const { top, height } = element.getBoundingClientRect();
      return element.checkVisibility() && height > 0 && top < innerHeight && top > -height;
    }, [id, number === 0]);
    if (!seen) found.push(`#${id} leads to what is not seen`);
  }
  await page.emulateMedia({ reducedMotion: null });
  return found;
}
