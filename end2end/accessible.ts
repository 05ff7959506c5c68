import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe finds against WCAG 2.2 AA, as one line each. */
export async function faults(page: Page): Promise<string[]> {
  const shown = page.viewportSize();
  // Tall enough that nothing lies half under what sticks to the lower edge, where it would count as too small to touch.
  await page.setViewportSize({ width: shown?.width ?? 412, height: 4000 });
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  // Two cases close to each other are two spots close to each other; each is a line of the list beside the map, too.
  const { violations } = await axe.exclude(".spot").analyze();
  if (shown) {
    await page.setViewportSize(shown);
  }
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** Fails with what axe finds. */
export async function accessible(page: Page): Promise<void> {
  expect(await faults(page)).toEqual([]);
}
