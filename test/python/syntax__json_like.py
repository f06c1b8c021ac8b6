# SyntaxError: a line of another language.
# recorded: CPython 3.14
const x = 5;
