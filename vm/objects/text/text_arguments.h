// The arguments of str() and bytes(): an object, an encoding, an error handler.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

struct TextArguments {
    Value object = UNBOUND;
    Value encoding = UNBOUND;
    Value errors = UNBOUND;
};

// At most three arguments; the first's name is given. False: an exception is pending.
inline bool bind_text_arguments(Run& run, std::string_view function, std::string_view first_name, const Value* args,
                                uint32_t positional, const Tuple* names, TextArguments& bound) {
    Value* places[] = {&bound.object, &bound.encoding, &bound.errors};
    std::string_view place_names[] = {first_name, "encoding", "errors"};
    for (uint32_t i = 0; i < positional; i++) *places[i] = args[i];
    for (uint32_t i = 0; names && i < names->size(); i++) {
        std::string_view name = cast<Str>(names->items[i])->view();
        uint32_t place = 0;
        while (place < 3 && place_names[place] != name) place++;
        if (place == 3) {
            run.type_error({function, "() got an unexpected keyword argument '", name, "'"});
            return false;
        }
        if (*places[place] != UNBOUND) {
            run.type_error({"argument for ", function, "() given by name ('", name, "') and position (", Digits(place + 1).view(), ")"});
            return false;
        }
        *places[place] = args[positional + i];
    }
    return true;
}

}  // namespace exmonty
