// "typing": told at most once in 3 s, shown until the message comes or nothing was heard for a while.
const tellEvery = 3000;
const shownFor = 5000;

export class Typing {
  constructor(indicator) {
    this.indicator = indicator;
    this.toldAt = 0;
  }

  // Whether it is time to tell the others.
  isDue() {
    if (Date.now() - this.toldAt < tellEvery) return false;
    this.toldAt = Date.now();
    return true;
  }

  show() {
    clearTimeout(this.timer);
    this.indicator.hidden = false;
    this.timer = setTimeout(() => this.hide(), shownFor);
  }

  hide() {
    clearTimeout(this.timer);
    this.indicator.hidden = true;
  }

  // After a message was sent the next key tells again.
  sent() {
    this.toldAt = 0;
  }
}
