#include "vm/bytecode/constant_pool.h"

#include <bit>

#include "vm/base/hash.h"

namespace exmonty {

uint64_t ConstantKey::hash(const Constant& constant) {
    uint64_t hash = mix64(static_cast<uint64_t>(constant.kind));
    switch (constant.kind) {
        case ConstantKind::None:
        case ConstantKind::True:
        case ConstantKind::False:
        case ConstantKind::Ellipsis:
            return hash;
        case ConstantKind::Int:
            return mix64(hash ^ static_cast<uint64_t>(constant.number));
        case ConstantKind::Float:
        case ConstantKind::Imaginary:
            return mix64(hash ^ std::bit_cast<uint64_t>(constant.real));
        case ConstantKind::BigInt:
        case ConstantKind::Str:
        case ConstantKind::Bytes:
            return mix64(hash ^ hash_bytes(constant.text));
        case ConstantKind::Tuple:
        case ConstantKind::FrozenSet:
            for (uint32_t item : constant.items) hash = mix64(hash + item);
            return hash;
        case ConstantKind::Code:
            return mix64(hash ^ reinterpret_cast<uint64_t>(constant.code));
    }
    return hash;
}

bool ConstantKey::equal(const Constant& a, const Constant& b) {
    if (a.kind != b.kind) return false;
    switch (a.kind) {
        case ConstantKind::None:
        case ConstantKind::True:
        case ConstantKind::False:
        case ConstantKind::Ellipsis:
            return true;
        case ConstantKind::Int:
            return a.number == b.number;
        case ConstantKind::Float:
        case ConstantKind::Imaginary:
            return std::bit_cast<uint64_t>(a.real) == std::bit_cast<uint64_t>(b.real);
        case ConstantKind::BigInt:
            return a.base == b.base && a.number == b.number && a.text == b.text;
        case ConstantKind::Str:
        case ConstantKind::Bytes:
            return a.text == b.text;
        case ConstantKind::Tuple:
        case ConstantKind::FrozenSet:
            if (a.items.size() != b.items.size()) return false;
            for (size_t i = 0; i < a.items.size(); i++)
                if (a.items[i] != b.items[i]) return false;
            return true;
        case ConstantKind::Code:
            return a.code == b.code;
    }
    return false;
}

uint32_t ConstantPool::add(const Constant& constant) {
    const auto next = static_cast<uint32_t>(constants_.size());
    const uint32_t index = *indices_.insert(constant, next);
    if (index == next) constants_.push(constant);
    return index;
}

uint32_t ConstantPool::sequence(ConstantKind kind, std::span<const uint32_t> items) {
    const Span<uint32_t> kept = arena_->copy(items.data(), items.size());
    return add(Constant{.kind = kind, .items = {kept.data(), kept.size()}});
}

}  // namespace exmonty
