/** Boards as they came, those that were asked for last; one of a moment that is over stays as it is. */
export class Kept {
  readonly #most: number
  readonly #boards = new Map<string, ArrayBuffer>()
  #size = 0

  /** In bytes. */
  constructor(most: number) {
    this.#most = most
  }

  async get(name: string, read: () => Promise<ArrayBuffer>): Promise<ArrayBuffer> {
    const kept = this.#boards.get(name)
    if (kept) this.#drop(name, kept)
    const board = kept ?? (await read())
    this.#drop(name, this.#boards.get(name))
    this.#boards.set(name, board)
    this.#size += board.byteLength
    for (const [oldest, its] of this.#boards) {
      if (this.#size <= this.#most) break
      this.#drop(oldest, its)
    }
    return board
  }

  #drop(name: string, board: ArrayBuffer | undefined) {
    if (board && this.#boards.delete(name)) this.#size -= board.byteLength
  }
}
