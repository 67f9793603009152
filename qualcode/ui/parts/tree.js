// The codebook as a tree: filter, arrow keys, and what the code under the pointer means, all without the server.
const SEEN = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let tree = SEEN.get(parentElement);
  if (!tree) SEEN.set(parentElement, (tree = new CodeTree(parentElement)));
  tree.trigger = setTriggerValue;
  tree.update(data[0]);
}

const make = (name, cls, text) => {
  const node = document.createElement(name);
  if (cls) node.className = cls;
  if (text !== undefined) node.textContent = text;
  return node;
};

class CodeTree {
  constructor(root) {
    this.closed = new Set();
    this.data = { codes: [], words: {} };
    this.filter = make("input", "qct-filter");
    this.filter.type = "search";
    this.list = make("ul", "qct-tree");
    this.list.setAttribute("role", "tree");
    this.about = make("div", "qct-about");
    this.box = make("div", "qct");
    this.box.append(this.filter, this.list, this.about);
    (root.querySelector(".qct-root") ?? root).append(this.box);
    this.filter.addEventListener("input", () => this.draw());
    this.list.addEventListener("click", (event) => this.click(event));
    this.list.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("pointerover", (event) => this.tell(this.codeOf(event.target)));
    this.list.addEventListener("focusin", (event) => this.tell(this.codeOf(event.target)));
    this.list.addEventListener("pointerleave", () => this.tell(null));
    this.box.addEventListener("keydown", (event) => event.stopPropagation()); // Streamlit reruns on "r"
  }

  update(data) {
    this.data = data;
    this.children = new Map();
    for (const code of data.codes) {
      if (!this.children.has(code.parent)) this.children.set(code.parent, []);
      this.children.get(code.parent).push(code);
    }
    this.byId = new Map(data.codes.map((code) => [code.id, code]));
    this.filter.placeholder = data.words.filter;
    this.filter.setAttribute("aria-label", data.words.filter);
    this.list.setAttribute("aria-label", data.words.codebook);
    this.box.style.setProperty("--qct-height", data.height || "none");
    if (data.chosen && data.chosen !== this.chosen) this.open(data.chosen);
    this.chosen = data.chosen;
    this.draw();
    this.tell(null);
  }

  open(id) {
    for (let code = this.byId.get(id); code; code = this.byId.get(code.parent)) this.closed.delete(code.parent);
  }

  draw() {
    const held = this.list.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    const wanted = this.filter.value.trim().toLocaleLowerCase();
    this.shown = wanted ? this.matching(wanted) : null;
    const top = this.list.scrollTop;
    this.list.replaceChildren(...this.level(null, 1));
    if (!this.list.children.length) this.list.append(this.nothing());
    this.list.scrollTop = top;
    const stops = [...this.list.querySelectorAll("[role=treeitem]")];
    const stop = stops.find((item) => item.dataset.id === (held ?? this.chosen)) ?? stops[0];
    if (stop) stop.tabIndex = 0;
    if (held && stop) stop.focus({ preventScroll: true });
  }

  nothing() {
    const item = make("li", "qct-none", this.data.codes.length ? this.data.words.none : this.data.words.empty);
    item.setAttribute("role", "none");
    return item;
  }

  matching(wanted) {
    const shown = new Set();
    for (const code of this.data.codes) {
      if (!`${code.name}\n${code.definition}`.toLocaleLowerCase().includes(wanted)) continue;
      for (let at = code; at; at = this.byId.get(at.parent)) shown.add(at.id);
    }
    return shown;
  }

  level(parent, depth) {
    const codes = (this.children.get(parent) ?? []).filter((code) => !this.shown || this.shown.has(code.id));
    return codes.map((code) => this.item(code, depth));
  }

  item(code, depth) {
    const item = make("li", "qct-item");
    const below = this.level(code.id, depth + 1);
    const open = Boolean(this.shown) || !this.closed.has(code.id);
    item.dataset.id = code.id;
    item.tabIndex = -1;
    item.setAttribute("role", "treeitem");
    item.setAttribute("aria-level", depth);
    item.setAttribute("aria-selected", String(code.id === this.chosen));
    item.setAttribute("aria-label", `${code.name}, ${code.count}`);
    const row = make("div", "qct-row");
    row.style.paddingInlineStart = `${(depth - 1) * 0.95}rem`;
    const arrow = make("span", "qct-arrow", below.length ? "›" : "");
    const colour = make("span", "qct-colour");
    colour.style.background = code.colour;
    row.append(arrow, colour, make("span", "qct-name", code.name), make("span", "qct-count", code.count || ""));
    item.append(row);
    if (below.length) {
      item.setAttribute("aria-expanded", String(open));
      const group = make("ul");
      group.setAttribute("role", "group");
      group.hidden = !open;
      group.append(...below);
      item.append(group);
    }
    return item;
  }

  codeOf(target) {
    return this.byId.get(target.closest?.("[role=treeitem]")?.dataset.id);
  }

  click(event) {
    const item = event.target.closest("[role=treeitem]");
    if (!item) return;
    if (event.target.closest(".qct-arrow") && item.hasAttribute("aria-expanded")) this.toggle(item.dataset.id);
    else this.choose(item.dataset.id);
  }

  toggle(id) {
    if (!this.closed.delete(id)) this.closed.add(id);
    this.draw();
  }

  choose(id) {
    this.chosen = this.data.sticky || id !== this.chosen ? id : null;
    this.draw();
    this.tell(null);
    this.trigger("chosen", { id: this.chosen });
  }

  key(event) {
    const items = [...this.list.querySelectorAll("[role=treeitem]")].filter((item) => item.offsetParent);
    const at = items.indexOf(document.activeElement);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = items[at];
    const open = item.getAttribute("aria-expanded");
    const up = item.parentElement.closest("[role=treeitem]");
    const steps = {
      ArrowDown: () => items[at + 1]?.focus(),
      ArrowUp: () => items[at - 1]?.focus(),
      Home: () => items[0].focus(),
      End: () => items.at(-1).focus(),
      ArrowRight: () => (open === "false" ? this.toggle(item.dataset.id) : open && items[at + 1]?.focus()),
      ArrowLeft: () => (open === "true" ? this.toggle(item.dataset.id) : up?.focus()),
      Enter: () => this.choose(item.dataset.id),
      " ": () => this.choose(item.dataset.id),
    };
    if (!steps[event.key]) return;
    event.preventDefault();
    steps[event.key]();
  }

  tell(code) {
    const shown = code ?? this.byId.get(this.chosen);
    this.about.hidden = this.data.about === false;
    if (this.about.hidden) return;
    this.about.replaceChildren();
    if (!shown) return void this.about.append(make("p", "qct-hint", this.data.words.hint));
    const name = make("p", "qct-about-name", shown.path);
    name.style.borderColor = shown.colour;
    this.about.append(name);
    for (const field of ["definition", "when", "when_not", "example"]) {
      if (!shown[field]) continue;
      const line = make("p");
      line.append(make("span", "qct-label", this.data.words[field]), make("span", "", shown[field]));
      this.about.append(line);
    }
    if (this.about.childElementCount === 1) this.about.append(make("p", "qct-hint", this.data.words.undefined));
  }
}
