/** Browsers give the clipboard only to pages that came by TLS; the others select a text and copy that. */
export async function copy(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(text)
    else return copySelected(text)
    return true
  } catch {
    return copySelected(text)
  }
}

function copySelected(text: string) {
  const before = document.activeElement as HTMLElement | null
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  before?.focus()
  return done
}
