// The recogniser over the tables in messages.mjs and forms.mjs: node --test tests/recogniser/recogniser.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";
import { forms, lookalikes } from "./forms.mjs";
import { addresses, messages, nothing, spellings, support } from "./messages.mjs";
import { recogniser, site } from "./site.mjs";

const { details, known, nearest, readings, recognise } = recogniser;
const first = (text) => {
  const [found] = recognise(text, site);
  return found && (found.entry ? found.code : { unknown: found.code });
};

for (const [text, expected] of [...spellings, ...messages, ...forms])
  test(`recognises ${text.slice(0, 80)}`, () => assert.deepEqual(first(text), expected));

for (const [text, expected] of [...messages, ...forms])
  test(`needs no line ends: ${text.slice(0, 80)}`, () => assert.deepEqual(first(text.replace(/[\r\n]+/g, "")), expected));

for (const text of [...nothing, ...lookalikes]) test(`finds no code in ${text}`, () => assert.equal(first(text), undefined));

for (const [path, expected] of addresses)
  test(`reads the address ${path}`, () => {
    const codes = readings(path, ["en", "ko", "ru"]).map(first);
    assert.deepEqual(codes.find((code) => typeof code === "string") ?? codes.find(Boolean), expected);
  });

for (const [text, rows] of support)
  test(`keeps for support: ${text.slice(0, 60)}`, () => assert.deepEqual(Object.fromEntries(details(text)), rows));

test("names the codes that are spelt alike", () => {
  const near = nearest("AADSTS50127", site).map(({ code }) => code);
  assert.ok(near.slice(0, 3).includes("AADSTS50126"));
  assert.deepEqual(nearest("xyz", site), []);
});

test("gives all errors that share a name", () => {
  const data = { codes: [["A-1", "a-1", "Same", ""], ["A-2", "a-2", "Same", ""]], parameters: [] };
  assert.deepEqual(recognise("same", known(data, "")).map(({ code }) => code), ["A-1", "A-2"]);
});

test("tells codes apart that differ by case alone", () => {
  const data = { codes: [["Err-1", "", "", ""], ["ERR-1", "", "", ""]], parameters: [] };
  for (const code of ["Err-1", "ERR-1"])
    for (const text of [code, `it says ${code}: no`])
      assert.equal(recognise(text, known(data, ""))[0].code, code);
});

test("takes its time with nothing that is long or odd", () => {
  const texts = ["5.".repeat(9000), "%25".repeat(7000), "a_".repeat(9000), "0x".repeat(9000), "1:".repeat(9000), "\\u".repeat(9000), "AADSTS ".repeat(3000), "Aa".repeat(9000), "- ".repeat(9000), "1 ".repeat(9000), "&error=".repeat(3000), "<@".repeat(9000)];
  for (const text of texts) {
    // Of the processor's time, whatever else the machine does.
    const start = process.cpuUsage();
    recognise(text, site);
    details(text);
    const spent = process.cpuUsage(start).user / 1000;
    assert.ok(spent < 500, `${text.slice(0, 12)}: ${spent}`);
  }
});
