# A module that is not there.
# recorded: CPython 3.14
import json
import not_a_module_that_exists
