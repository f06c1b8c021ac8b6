#include "vm/syntax/identifier.h"

#include "vm/base/unicode_normalize.h"

namespace exmonty {

std::string_view normalize_identifier(std::string_view name, Arena& arena) {
    if (unicode::is_plainly_normal(name, unicode::NormalForm::nfkc)) return name;
    TextSink text;
    text.ctx = &arena;
    text.grow = [](TextSink& sink, size_t capacity) {
        const size_t wanted = capacity > 2 * sink.capacity ? capacity : 2 * sink.capacity;
        char* data = static_cast<char*>(static_cast<Arena*>(sink.ctx)->grow_bytes(sink.data, sink.capacity, wanted));
        if (data == nullptr) return false;
        sink.data = data;
        sink.capacity = wanted;
        return true;
    };
    // What is given back stays in the arena, which goes as a whole.
    const Scratch scratch{[](void* ctx, size_t bytes) { return static_cast<Arena*>(ctx)->allocate_bytes(bytes); },
                          [](void*, void*, size_t) {}, &arena};
    const WorkStatus status = unicode::normalize(text, name, unicode::NormalForm::nfkc, {{}, scratch});
    return status == WorkStatus::ok ? text.view() : std::string_view();
}

}  // namespace exmonty
