#pragma once

// A hash table in an arena that only grows. Entries stand in the order in which they came; a pointer to one is good
// until the next insertion. When the arena is refused memory the table stays as it was and insert() answers with an
// entry that is not in it: the arena's exhausted() says so.

#include <cstdint>
#include <string_view>

#include "vm/base/arena.h"
#include "vm/base/hash.h"

namespace exmonty {

struct TextKey {
    static uint64_t hash(std::string_view key) { return hash_bytes(key); }
    static bool equal(std::string_view a, std::string_view b) { return a == b; }
};

struct NumberKey {
    static uint64_t hash(uint64_t key) { return mix64(key); }
    static bool equal(uint64_t a, uint64_t b) { return a == b; }
};

struct AddressKey {
    static uint64_t hash(const void* key) { return mix64(reinterpret_cast<uint64_t>(key)); }
    static bool equal(const void* a, const void* b) { return a == b; }
};

template <typename Key, typename Item, typename Traits>
class ArenaMap {
  public:
    struct Entry {
        Key key;
        Item item;
        uint64_t hash;
    };

    explicit ArenaMap(Arena& arena) : arena_(&arena), entries_(arena), spare_() {}

    size_t size() const { return entries_.size(); }
    Entry* begin() { return entries_.begin(); }
    Entry* end() { return entries_.end(); }
    const Entry* begin() const { return entries_.begin(); }
    const Entry* end() const { return entries_.end(); }

    Item* find(const Key& key) {
        const uint32_t found = slots_ == nullptr ? 0 : slots_[probe(key, Traits::hash(key))];
        return found == 0 ? nullptr : &entries_[found - 1].item;
    }
    const Item* find(const Key& key) const { return const_cast<ArenaMap*>(this)->find(key); }

    // The item of the key; if it was not there, `item` now is.
    Item* insert(const Key& key, const Item& item) {
        const uint64_t hash = Traits::hash(key);
        if (slots_ != nullptr) {
            const uint32_t found = slots_[probe(key, hash)];
            if (found != 0) return &entries_[found - 1].item;
        }
        const Entry entry{key, item, hash};
        if ((entries_.size() + 1) * 2 > slot_count_ && !grow()) return spare(entry);
        const size_t before = entries_.size();
        entries_.push(entry);
        if (entries_.size() == before) return spare(entry);
        slots_[probe(key, hash)] = static_cast<uint32_t>(entries_.size());
        return &entries_.back().item;
    }

  private:
    Item* spare(const Entry& entry) {
        spare_ = entry;
        return &spare_.item;
    }

    // The slot of the key, or the free one where it would be.
    size_t probe(const Key& key, uint64_t hash) const {
        size_t slot = hash & (slot_count_ - 1);
        while (slots_[slot] != 0) {
            const Entry& entry = entries_[slots_[slot] - 1];
            if (entry.hash == hash && Traits::equal(entry.key, key)) return slot;
            slot = (slot + 1) & (slot_count_ - 1);
        }
        return slot;
    }

    bool grow() {
        const size_t count = slot_count_ == 0 ? 16 : slot_count_ * 2;
        auto* slots = static_cast<uint32_t*>(arena_->allocate_bytes(count * sizeof(uint32_t)));
        if (slots == nullptr) return false;
        std::memset(slots, 0, count * sizeof(uint32_t));
        for (size_t i = 0; i < entries_.size(); i++) {
            size_t slot = entries_[i].hash & (count - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (count - 1);
            slots[slot] = static_cast<uint32_t>(i + 1);
        }
        slots_ = slots;
        slot_count_ = count;
        return true;
    }

    Arena* arena_;
    ArenaVector<Entry> entries_;
    Entry spare_;
    uint32_t* slots_ = nullptr;
    size_t slot_count_ = 0;
};

}  // namespace exmonty
