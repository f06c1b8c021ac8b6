// Pages: 64 KiB, aligned to their size, each holding cells of one size class, or one large cell that runs over several
// pages. Mark bits lie at the page's start, one for every 16 bytes.
#pragma once

#include "vm/heap/cell.h"

#include <bit>
#include <cstdint>

namespace exmonty {

struct Page {
    static constexpr size_t size = 64 * 1024;
    static constexpr size_t granule = 16;

    Page* next;
    // Bytes of one cell; for a large page those of its only cell.
    uint32_t cell_bytes;
    uint32_t cell_count;
    // Bytes taken for this page: `size`, or a multiple for a large cell.
    size_t bytes;
    // Some of its marked cells are still to be traced (vm/heap/collector.h).
    bool is_behind;
    // Where the next search for a free run starts, as a cell's number. From there on the cells without a mark are free.
    uint32_t cursor;
    uint64_t marks[size / granule / 64];

    static Page* of(const void* cell) {
        return reinterpret_cast<Page*>(reinterpret_cast<uintptr_t>(cell) & ~(uintptr_t{size} - 1));
    }
    char* first_cell() { return reinterpret_cast<char*>(this) + header_bytes(); }
    static constexpr size_t header_bytes();
    Cell* cell(uint32_t number) { return reinterpret_cast<Cell*>(first_cell() + size_t{number} * cell_bytes); }

    static size_t bit_of(const void* cell) { return (reinterpret_cast<uintptr_t>(cell) & (size - 1)) / granule; }
    bool marked(const void* cell) const {
        size_t bit = bit_of(cell);
        return marks[bit / 64] >> (bit % 64) & 1;
    }
    // The number of the first cell from `number` on that has a mark; cell_count: none has.
    uint32_t next_marked(uint32_t number) const {
        size_t bit = header_bytes() / granule + size_t{number} * (cell_bytes / granule);
        size_t word = bit / 64;
        uint64_t bits = marks[word] >> (bit % 64) << (bit % 64);
        while (bits == 0) {
            if (++word == size / granule / 64) return cell_count;
            bits = marks[word];
        }
        return static_cast<uint32_t>((word * 64 + static_cast<size_t>(std::countr_zero(bits)) - header_bytes() / granule) / (cell_bytes / granule));
    }
    // Sets the mark; false when it was set already.
    bool mark(const void* cell) {
        size_t bit = bit_of(cell);
        uint64_t mask = uint64_t{1} << (bit % 64);
        if (marks[bit / 64] & mask) return false;
        marks[bit / 64] |= mask;
        return true;
    }
};

constexpr size_t Page::header_bytes() { return (sizeof(Page) + granule - 1) / granule * granule; }

// Size classes: every 16 bytes up to 512, then four steps to the doubling up to 8 KiB; larger cells are alone.
constexpr size_t small_limit = 512;
constexpr size_t cell_limit = 8192;
constexpr uint8_t size_class_count = 32 + 16;

constexpr uint8_t size_class_of(size_t bytes) {
    if (bytes <= small_limit) return static_cast<uint8_t>((bytes + 15) / 16 - 1);
    size_t base = small_limit;
    uint8_t number = 32;
    while (bytes > base * 2) {
        base *= 2;
        number += 4;
    }
    return static_cast<uint8_t>(number + (bytes - base + base / 4 - 1) / (base / 4) - 1);
}

constexpr size_t size_class_bytes(uint8_t number) {
    if (number < 32) return (size_t{number} + 1) * 16;
    size_t base = small_limit << ((number - 32) / 4);
    return base + base / 4 * ((number - 32) % 4 + 1);
}

static_assert(size_class_of(1) == 0 && size_class_of(16) == 0 && size_class_of(17) == 1 && size_class_of(512) == 31);
static_assert(size_class_of(513) == 32 && size_class_bytes(32) == 640 && size_class_of(8192) == size_class_count - 1);
static_assert(size_class_bytes(size_class_count - 1) == cell_limit && size_class_bytes(size_class_of(1025)) == 1280);

}  // namespace exmonty
