// https://docs.python.org/3/library/itertools.html
#include "vm/modules/itertools/itertools.h"

#include "vm/modules/modules.h"

namespace exmonty {
namespace {

constexpr NativeRow rows[] = {{"tee", "iterable, n=2, /", tee}};
constinit const auto functions = function_table(rows);

constexpr const Class* classes[] = {
    &accumulate_class, &batched_class, &chain_class, &combinations_class, &combinations_with_replacement_class, &compress_class,
    &count_class, &cycle_class, &dropwhile_class, &filterfalse_class, &groupby_class, &grouper_class, &islice_class, &pairwise_class,
    &permutations_class, &product_class, &repeat_class, &starmap_class, &takewhile_class, &tee_class, &tee_link_class,
    &zip_longest_class,
};

}  // namespace

extern const NativeModule module_itertools;
constinit const NativeModule module_itertools = {"itertools", functions, nullptr, classes};

}  // namespace exmonty
