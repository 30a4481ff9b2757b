// Colours a script as an editor would: reads it from standard input, prints a line for each token: its text as JSON, a tab, its innermost scope without ".docscript".
const fs = require('fs');
const oniguruma = require('vscode-oniguruma');
const textmate = require('vscode-textmate');

async function main() {
  await oniguruma.loadWASM(fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(process.argv[2], 'utf8'), process.argv[2]),
  });
  const grammar = await registry.loadGrammar('source.docscript');
  let state = textmate.INITIAL;
  for (const line of fs.readFileSync(0, 'utf8').split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    for (const token of tokens) {
      const text = line.substring(token.startIndex, token.endIndex);
      if (text.trim() !== '') console.log(JSON.stringify(text.trim()) + '\t' + token.scopes[token.scopes.length - 1].replace(/\.docscript$/, ''));
    }
    state = ruleStack;
  }
}

main();
