# A KeyError shows the repr of its key.
# recorded: CPython 3.14
ages = {"Ann": 5}
ages["Bob's \"friend\""]
