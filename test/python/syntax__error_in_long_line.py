# SyntaxError: a long line with an error at its end.
# recorded: CPython 3.14
some_variable = some_function(argument_one, argument_two, argument_three, argument_four) + other_function(argument_five argument_six)
