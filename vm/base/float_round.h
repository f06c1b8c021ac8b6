#pragma once

namespace exmonty {

// https://docs.python.org/3/library/functions.html#round of a float: the double nearest to the decimal value with
// `digits` digits behind the point (or -digits zeros in front of it), ties to even, as exact as if done by hand.
// Infinity for a finite value means "rounded value too large to represent" (OverflowError). NaN and infinity stay.
double round_to_digits(double value, long long digits);

}  // namespace exmonty
