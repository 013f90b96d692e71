/** The picture is renewed once something has moved by so many pixels. */
const STEP = 0.2
/** Likewise where there is too much to look at to see that. */
const STEP_OF_MANY = 0.5
/** What is new may be seen this much later, in milliseconds. */
const NEW = 80
const A_FRAME = 17.5
/** Drawing may cost one frame out of so many; on most machines it costs none. */
const SHARE = 12
const LONGEST_REST = 300
const CALM = 0.7

/**
 * Says when the picture is to be drawn anew: when there would be something to see, and not so often
 * that the page would stutter.
 */
export class Pace {
  /** In milliseconds, of the screen's clock. */
  #due = 0
  #soonest = 0
  #version = -1
  /** How much later than usual the frame after a drawing comes. */
  #cost = 0
  #drawnIn: number | null = null
  #frame = 0

  /** A frame of the screen begins. */
  turn(frame: number) {
    if (this.#drawnIn !== null && this.#drawnIn < frame) {
      const late = Math.min(Math.max(frame - this.#drawnIn - A_FRAME, 0), LONGEST_REST)
      this.#cost = this.#cost * CALM + late * (1 - CALM)
      this.#soonest = frame + Math.min(this.#cost * SHARE, LONGEST_REST)
      this.#drawnIn = null
    }
    this.#frame = frame
  }

  /** @param version changes with what is to be shown */
  isDue(frame: number, version: number) {
    if (version !== this.#version) {
      this.#version = version
      this.#due = Math.min(this.#due, frame + NEW)
    }
    return frame >= this.#due && frame >= this.#soonest
  }

  hurry() {
    this.#due = 0
    this.#soonest = 0
  }

  /** @param speed of the fastest that was drawn, in pixels per second */
  drew(speed: number, many: boolean) {
    this.#drawnIn = this.#frame
    this.#due = this.#frame + (1000 * (many ? STEP_OF_MANY : STEP)) / speed
  }
}
