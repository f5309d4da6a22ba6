// Suggestions under a search box while one types: the combobox of the ARIA practices. The server
// says what may be meant; without a script, or where it is silent, the box is a plain search.
const PAUSE = 150; // milliseconds without a key before the server is asked

class Suggestions {
  constructor(box) {
    this.box = box;
    this.list = document.createElement("ul");
    this.list.className = "suggestions";
    this.list.id = `${box.id}-suggestions`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Suggestions");
    this.said = document.createElement("div");
    this.said.className = "visually-hidden";
    this.said.setAttribute("role", "status");
    const frame = document.createElement("div");
    frame.className = "suggest";
    box.replaceWith(frame);
    frame.append(box, this.list, this.said);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", this.list.id);
    this.close();
    box.addEventListener("input", () => this.later());
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("blur", () => this.close());
    // The box keeps the focus while one clicks.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose([...this.list.children].indexOf(option));
    });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.request?.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    const address = `${this.box.dataset.suggest}&q=${encodeURIComponent(this.box.value)}`;
    try {
      const answer = await fetch(address, { signal });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (!signal.aborted && document.activeElement === this.box) this.show(found);
    } catch {
      this.close(); // given up for a newer one, or there is no network: nothing is suggested
    }
  }

  show(found) {
    this.found = found;
    this.list.replaceChildren(...found.map((one, place) => this.option(one, place)));
    if (!found.length) return this.close();
    this.list.hidden = false;
    this.box.setAttribute("aria-expanded", "true");
    this.mark(-1);
    this.said.textContent = found.length === 1 ? "1 suggestion" : `${found.length} suggestions`;
  }

  option(one, place) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${place}`;
    option.setAttribute("role", "option");
    const label = document.createElement("span");
    label.className = "label";
    label.textContent = one.label;
    const kind = document.createElement("span");
    kind.className = "kind";
    kind.textContent = `${one.kind}, ${one.count.toLocaleString("en")}`;
    option.append(label, " ", kind);
    return option;
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.marked = -1;
    this.said.textContent = "";
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }

  mark(place) {
    this.marked = place;
    for (const [at, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(at === place));
    }
    const option = this.list.children[place];
    if (option) this.box.setAttribute("aria-activedescendant", option.id);
    else this.box.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return this.ask();
      // Round and round, by way of what was typed.
      const step = event.key === "ArrowDown" ? 1 : -1;
      const places = this.found.length + 1;
      this.mark(((this.marked + 1 + step + places) % places) - 1);
    } else if (event.key === "Escape" && open) {
      event.preventDefault(); // else it would empty the box
      this.close();
    } else if (event.key === "Enter" && open && this.marked >= 0) {
      event.preventDefault();
      this.choose(this.marked);
    }
  }

  choose(place) {
    const one = this.found[place];
    this.box.value = one.query;
    this.close();
    if (one.complete) this.box.form.requestSubmit();
  }
}

for (const box of document.querySelectorAll("input[data-suggest]")) new Suggestions(box);
