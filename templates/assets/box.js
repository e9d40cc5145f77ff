// The box: recognises an error code in any spelling, a symbolic name or a parameter, alone or in a pasted
// message. It works on one file of the site; what is typed goes nowhere.
const form = document.querySelector(".box form");
const { home, codes, recognised, enter, none, nearest } = form.dataset;
const input = form.elements.q;
const answer = form.querySelector(".answer");
const list = form.querySelector(".found ul");
// Letters and digits; a dot or hyphen counts between digits only.
const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}.-]/gu, "").replace(/(?<!\d)[.-]|[.-](?!\d)/g, "");
let loading;
let target;

const load = () =>
  (loading ??= fetch(codes)
    .then((response) => response.json())
    .then((data) => {
      const index = new Map();
      const add = (key, entry) => key && !index.has(key) && index.set(key, entry);
      const entries = data.codes.map(([code, slug, name, title]) => ({ code, name, title, href: `${home}errors/${slug}/` }));
      for (const entry of entries) add(plain(entry.code), entry);
      for (const entry of entries) add(plain(entry.name), entry);
      for (const name of data.parameters) add(plain(name), { code: name, title: "", href: `${home}parameters/${name}/` });
      // A number alone, where one code has it.
      for (const entry of entries) add(/^[A-Z]+(\d{4,})$/.exec(entry.code)?.[1], entry);
      for (const entry of entries) add(/^(?:HTTP )(\d{3})$/.exec(entry.code)?.[1], entry);
      return { entries, index };
    })
    .catch(() => {
      loading = undefined;
      return { entries: [], index: new Map() };
    }));

// Words of a pasted message that may be codes, and a Windows number in each of its spellings.
const parts = /0x[\da-f]{8}\b|-?\d{9,10}\b|\b\d\.\d{1,3}\.\d{1,3}\b|\b\d{4,5}-\d{1,5}\b|\bhttp\s?\d{3}\b|[a-z]+(?:_[a-z\d]+)+|[a-z]+\s?\d{3,}|[a-z]{8,}|\b[\da-f]{8}\b|\b\d{3,7}\b/gi;
const spellings = (word) => {
  const number = Number(word);
  const hex = /^-?\d{9,10}$/.test(word) && number >= -2147483648 && number < 4294967296;
  return hex ? [`0x${(number >>> 0).toString(16).padStart(8, "0")}`, word] : [word, `0x${word}`];
};
const recognise = (text, index) => {
  const found = new Set();
  for (const word of [text, ...(text.match(parts) ?? [])])
    for (const spelling of spellings(word.trim())) {
      const entry = index.get(plain(spelling));
      if (entry) {
        found.add(entry);
        break;
      }
    }
  return [...found];
};

const row = ({ code, title, href }) => {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  const name = link.appendChild(document.createElement("code"));
  const about = link.appendChild(document.createElement("span"));
  link.href = href;
  name.textContent = code;
  name.translate = false;
  name.dir = "ltr";
  about.className = "title";
  about.textContent = title;
  return item;
};
// The codes that are spelt most alike, by pairs of neighbouring characters.
const alike = (key, entries) => {
  const pairs = (text) => new Set([...text].slice(1).map((char, at) => [...text][at] + char));
  const wanted = pairs(key);
  const score = ({ code }) => {
    const have = pairs(plain(code));
    return (2 * [...wanted].filter((pair) => have.has(pair)).length) / (wanted.size + have.size || 1);
  };
  const scored = entries.map((entry) => [score(entry), entry]).filter(([value]) => value >= 0.5);
  return scored.sort((a, b) => b[0] - a[0]).map(([, entry]) => entry);
};
const update = async () => {
  const typed = input.value.normalize("NFKC").trim();
  const { entries, index } = await load();
  if (typed !== input.value.normalize("NFKC").trim()) return;
  const known = typed ? recognise(typed, index) : [];
  const key = plain(typed);
  const like = (entry) => plain(`${entry.code} ${entry.name} ${entry.title}`).includes(key);
  const rest = key.length > 1 ? entries.filter((entry) => !known.includes(entry) && like(entry)) : [];
  const found = [...known, ...rest];
  const guessed = found.length || key.length > 40 ? [] : alike(key, entries);
  const shown = [...found, ...guessed].slice(0, 8);
  target = known[0] ?? (found.length === 1 ? found[0] : undefined);
  answer.textContent = !typed
    ? ""
    : known[0]
      ? `${recognised.replace("{what}", known[0].code)} · ${enter}`
      : found.length
        ? ""
        : guessed.length
          ? `${none} · ${nearest}:`
          : none;
  list.replaceChildren(...shown.map(row));
};
input.oninput = update;
input.onkeydown = (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  input.value = "";
  update();
};
form.onsubmit = async (event) => {
  event.preventDefault();
  await update();
  if (target) location.href = target.href;
  else list.querySelector("a")?.focus();
};
if (input.value) update();
else load();
