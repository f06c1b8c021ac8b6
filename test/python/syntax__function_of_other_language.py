# SyntaxError: a function of another language.
# recorded: CPython 3.14
function f(x) {
