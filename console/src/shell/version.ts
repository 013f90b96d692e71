/**
 * Whether the engine serves another console than the one in this window, whose pages it may no longer
 * have: files are named after what is in them.
 */
export async function isOutdated(): Promise<boolean> {
  const ours = document.querySelector('script[type=module]')?.getAttribute('src')
  const page = await fetch('/console/', { cache: 'no-cache' })
  return page.ok && ours != null && !(await page.text()).includes(ours)
}
