// Copying many bytes in a polled way.
#pragma once

#include "vm/objects/text/search.h"

#include <algorithm>
#include <cstring>

namespace exmonty {

// Fills `size` bytes with a text, again and again. False: the run must stop.
inline bool fill_repeated(Budget& budget, char* out, std::string_view text, size_t size) {
    if (text.size() == 1) {
        for (size_t at = 0; at < size; at += poll_chunk) {
            memset(out + at, text[0], std::min(poll_chunk, size - at));
            if (size > poll_chunk && budget.poll(scan_steps(poll_chunk))) return false;
        }
        return true;
    }
    memcpy(out, text.data(), text.size());
    // What is there is doubled, until the pieces would be too large to stay in a cache.
    size_t done = text.size();
    while (done < size) {
        size_t part = std::min(size - done, done < poll_chunk ? done : done - done % text.size());
        part = std::min(part, std::max(poll_chunk / text.size(), size_t{1}) * text.size());
        memcpy(out + done, out, part);
        done += part;
        if (size > poll_chunk && budget.poll(scan_steps(part))) return false;
    }
    return true;
}

}  // namespace exmonty
