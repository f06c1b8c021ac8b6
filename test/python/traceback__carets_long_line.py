# A long line is shown whole.
# recorded: CPython 3.14
def function_with_a_long_name(first_parameter, second_parameter, third_parameter): return first_parameter[second_parameter]
print("start", function_with_a_long_name({"some key": "some value"}, "another key", third_parameter="a long text to make it longer"), "end")
