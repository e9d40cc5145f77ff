### What readers of a translation can do, and the answer to copy.

## The quality of a translation: parts of the line of notices, which must stay short

# Both at once: a machine has translated the text, and the original has changed since.
notice-machine-outdated = Machine-translated, outdated
# Link to where what is wrong with the translation can be reported.
notice-report = Report
# In front of the link to the original, which is the name of its language.
original-label = Original:

## The answer

# Button that copies meaning, steps and address as plain text.
answer-copy = Copy the answer
# For screen readers: the choice of a language beside that button.
answer-language = Language of the copied answer
