// A site for the recogniser: codes of every built-in family, two families of its own, names and parameters.
import { readFileSync } from "node:fs";

// A script of the project, as a module; what it imports is another one's address.
const script = (name, imports) => {
  const source = readFileSync(new URL(`../../templates/assets/${name}`, import.meta.url), "utf8");
  const linked = Object.entries(imports).reduce((text, [from, to]) => text.replace(`"./${from}"`, `"${to}"`), source);
  return `data:text/javascript;base64,${Buffer.from(linked).toString("base64")}`;
};
const recognise = script("recognise.js", {});
const others = ["support.js", "missing.js"].map((name) => script(name, { "recognise.js": recognise }));
const modules = await Promise.all([recognise, ...others].map((module) => import(module)));
export const recogniser = Object.assign({}, ...modules);

const names = {
  AADSTS50000: "TokenIssuanceError",
  AADSTS50034: "UserAccountNotFound",
  AADSTS50126: "InvalidUserNameOrPassword",
  AADSTS65001: "DelegationDoesNotExist",
  AADSTS700016: "UnauthorizedClient_DoesNotMatchRequest",
};
const signIn = [
  50000, 50011, 50020, 50034, 50053, 50055, 50057, 50058, 50076, 50079, 50105, 50126, 50158, 53000, 53003, 65001, 70000,
  70008, 700016, 7000215, 7000222, 90002, 90094,
];
const rest = [
  "0x8004DE40", "0x80070005", "0x80070643", "0x800CCC0E", "0xC0000142", "4.4.62", "4.7.500", "5.1.1", "5.1.10", "5.2.2",
  "5.7.1", "5.7.708", "5.7.750", "30015-11", "30088-4", "30125-1011", "HTTP 401", "HTTP 403", "HTTP 404", "HTTP 500",
  "HTTP 503", "ACME-1234", "ACME-2001", "Err/17b",
];
const codes = [...signIn.map((number) => `AADSTS${number}`), ...rest];
const slug = (code) => code.toLowerCase().replace(/[^a-z\d.-]/g, "-");

export const data = {
  codes: codes.map((code) => [code, slug(code), names[code] ?? "", `About ${code}`]),
  parameters: ["invalid_grant", "invalid_client", "interaction_required", "temporarily_unavailable"],
};
export const site = recogniser.known(data, "/en/");
