// Answers questions about Livingdocs' document model: a line of JSON in, a line of JSON out, until the input ends.
//
// A question is a design, the content of a document, and steps. A step is a command, and `then`: the content from which the next step starts, whatever the framework
// made of this one. Its answer says what the framework made of it, and what it makes of `then` by only reading and writing it.
const readline = require('readline')

// The framework says on the console that it drops a value, and goes on; here that is part of the answer.
let dropped = []
console.log = (...words) => dropped.push(words.join(' '))

const framework = require('@livingdocs/node-sdk/framework/livingdocs-framework')

function open(design, content) {
  const tree = framework.createLivingdoc({design, content}).componentTree
  const violations = []
  tree.on('ruleViolated', violation => violations.push(violation.rule))
  return {tree, violations, written: JSON.stringify(tree.serialize().content)}
}

function execute({tree, violations}, command) {
  dropped = []
  violations.length = 0
  const refused = []
  try {
    const conflicts = framework.runCommandsOnComponentTree({componentTree: tree, commands: [command]})
    refused.push(...conflicts.map(conflict => `${conflict.type}${conflict.message ? ': ' + conflict.message : ''}`))
  } catch (error) {
    refused.push(`${error.name}: ${error.message}`)
  }
  return {refused, violated: [...violations], dropped}
}

function answer({design, content, steps}) {
  framework.design.resetCache()
  framework.design.load(design)
  let now = open(design, content)
  const first = JSON.parse(now.written)
  const answers = []
  for (const {command, then} of steps) {
    const said = execute(now, command)
    const made = JSON.stringify(now.tree.serialize().content)
    const read = open(design, then)
    // Written once where it is the same.
    answers.push({...said, read: JSON.parse(read.written), ...(made !== read.written && {made: JSON.parse(made)})})
    // A tree in which several commands have run stays in use as long as both sides agree.
    if (made !== read.written) now = read
  }
  return {read: first, steps: answers}
}

readline.createInterface({input: process.stdin}).on('line', line => {
  let said
  try {
    said = answer(JSON.parse(line))
  } catch (error) {
    said = {failed: error.stack}
  }
  process.stdout.write(JSON.stringify(said) + '\n')
})
